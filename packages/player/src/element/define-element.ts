import { HallboardScreen } from './hallboard-screen.js';

/** The element's name. */
const NAME = 'hallboard-screen';

/**
 * Defines `<hallboard-screen>`, unless another script of the page has. Does nothing where there are
 * no elements, as on a server.
 * @param assets where the embed's files are, with a slash at its end.
 */
export function defineElement(assets: string): void {
  if (typeof customElements === 'undefined' || customElements.get(NAME) !== undefined) return;
  HallboardScreen.assets = assets;
  customElements.define(NAME, HallboardScreen);
}
