import type { Turn } from '../panels/panel.js';

const MOST_DOTS = 10;

/** How many pages there are and which one this is; nothing where there is one. */
export function Pager({ turn: { index, count } }: { readonly turn: Turn }) {
  if (count <= 1 || count > MOST_DOTS) return null;
  return (
    <span class="hb-pager" aria-hidden="true">
      {Array.from({ length: count }, (_, page) => (
        <span key={page} class={page === index ? 'hb-dot is-shown' : 'hb-dot'} />
      ))}
    </span>
  );
}
