import type { PlayerView } from '../scene/view.js';

/** Everything that a screen shows. */
export function App({ view }: { readonly view: PlayerView }) {
  if (view.kind === 'empty') return <main class="hb">{view.reason}</main>;
  return (
    <main class="hb">
      <h1>{view.school.name}</h1>
    </main>
  );
}
