import css from '../ui/styles.css?inline';
import { assetUrl } from './assets.js';
import frame from './frame.css?inline';

const FONT_FACE = /@font-face\s*\{([^}]*)\}/g;

/**
 * Styles a shadow root in a way that no policy of the page forbids: by a constructed sheet, in older
 * engines by a link to the file.
 * @param base where the embed's files are.
 */
export function attachStyles(root: ShadowRoot, base: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(frame + css.replace(FONT_FACE, ''));
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = assetUrl('/hallboard.css', base);
  root.appendChild(link);
}

/**
 * Makes the player's fonts known to the page, where a shadow root's text looks for them; they are
 * loaded once they are needed. Their names are the player's own. Idempotent.
 */
export function addFonts(fonts: FontFaceSet, base: string): void {
  css.replace(FONT_FACE, (_rule, body: string) => {
    const descriptor = (name: string): string =>
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]*)`).exec(body)?.[1] ?? '';
    const family = descriptor('font-family').replace(/"/g, '');
    const face = new FontFace(
      family,
      descriptor('src').replace(/url\("?([^")]*)"?\)/, (_url, path: string) => {
        return `url("${assetUrl(path, base)}")`;
      }),
      {
        weight: descriptor('font-weight'),
        unicodeRange: descriptor('unicode-range'),
        display: 'swap',
      },
    );
    if (!isKnown(fonts, face)) fonts.add(face);
    return '';
  });
}

function isKnown(fonts: FontFaceSet, face: FontFace): boolean {
  let found = false;
  fonts.forEach((other) => {
    found ||=
      other.family === face.family &&
      other.weight === face.weight &&
      other.unicodeRange === face.unicodeRange;
  });
  return found;
}
