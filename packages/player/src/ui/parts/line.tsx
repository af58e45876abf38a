import type { ComponentChildren } from 'preact';

interface LineProps {
  readonly children: ComponentChildren;
  /** What stands at the line's far end. Never cut: the rest gives way. */
  readonly end?: ComponentChildren;
  readonly endClass?: string;
}

/** One line of a list's entry. */
export function Line({ children, end, endClass = '' }: LineProps) {
  return (
    <p class="hb-line">
      <span class="hb-line-main">{children}</span>
      {end ? <span class={endClass}>{end}</span> : null}
    </p>
  );
}
