import { Content } from './content.js';

/** Texts in a row with a dot between two. */
export function Parts({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, index) => (
    <span key={text}>
      {index > 0 && ' · '}
      <Content text={text} />
    </span>
  ));
}
