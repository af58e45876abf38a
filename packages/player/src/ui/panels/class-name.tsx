import { Content } from '../parts/content.js';
import { units } from '../parts/units.js';

/** Behind the widest name, whose width is rather overestimated. In units. */
const SPACE = 20;

interface ClassNameProps {
  readonly name: string;
  /** Of the widest name in the list, in units: what stands beside the names is aligned. */
  readonly width: number;
}

/** The class of a list's entry, with the space before what is said of it. */
export function ClassName({ name, width }: ClassNameProps) {
  return (
    <strong class="hb-class" style={{ minWidth: units(width + SPACE) }}>
      <Content text={name} />{' '}
    </strong>
  );
}
