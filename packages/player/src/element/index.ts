/** `@hallboard/player/element`: importing it defines `<hallboard-screen>`. */
import { folderOf } from './assets.js';
import { defineElement } from './define-element.js';

export {
  HallboardScreen,
  type HallboardScreenEventMap,
  type HallboardScreenOptions,
} from './hallboard-screen.js';

defineElement(folderOf(import.meta.url));
