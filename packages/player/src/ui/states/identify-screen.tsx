import { Content } from '../parts/content.js';

/** Which screen this is, to be read from the other end of a corridor (WS-2). */
export function IdentifyScreen({ name }: { readonly name: string }) {
  return (
    <main class="hb-empty">
      <h1 class="t132">
        <Content text={name} />
      </h1>
    </main>
  );
}
