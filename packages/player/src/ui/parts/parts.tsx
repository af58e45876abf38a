import { Content } from './content.js';

/** Texts in a row with a dot between two; those that are absent are left out. */
export function Parts({ texts }: { readonly texts: readonly (string | undefined)[] }) {
  return texts
    .filter((text): text is string => text !== undefined && text !== '')
    .map((text, index) => (
      <span key={text}>
        {index > 0 && ' · '}
        <Content text={text} />
      </span>
    ));
}
