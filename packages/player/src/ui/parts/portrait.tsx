import { units } from './units.js';

interface PortraitProps {
  readonly name: string;
  /** Of the photo; without one, the name's initials stand in a calm disc. */
  readonly url: string | undefined;
  /** Its diameter, in units. */
  readonly size: number;
}

/** A person's face, in a circle. What it shows is said beside it, so it has no text of its own. */
export function Portrait({ name, url, size }: PortraitProps) {
  const style = { width: units(size), height: units(size) };
  return url === undefined ? (
    <span class="hb-portrait t84" style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  ) : (
    <img class="hb-portrait" style={style} src={url} alt="" />
  );
}

/** Of the first name and the last. A script without capitals joins its letters: there it is one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words[words.length - 1]].map(
    (word) => Array.from(word ?? '')[0],
  );
  const hasCapitals = first.toLowerCase() !== first.toUpperCase();
  return hasCapitals && words.length > 1 ? first + last : first;
}
