/**
 * The one script tag: defines `<hallboard-screen>` and has the rest as a global, `Hallboard`. Its
 * files are beside it.
 */
import { folderOf } from './assets.js';
import { defineElement } from './define-element.js';
import './frame.css';

export {
  ContractError,
  createPlayer,
  InvalidOptionError,
  isToken,
  TransportError,
} from '../index.js';
export { HallboardScreen } from './hallboard-screen.js';

const { currentScript } = document;
defineElement(folderOf(currentScript instanceof HTMLScriptElement ? currentScript.src : ''));
