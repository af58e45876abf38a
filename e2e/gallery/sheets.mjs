import { pathToFileURL } from 'node:url';

const THUMBNAIL_HEIGHT_PX = 200;

/** An index of all pictures, by state. */
export function indexPage(pictures) {
  const states = [...new Set(pictures.map(({ state }) => state))];
  const sections = states.map((state) => {
    const own = pictures.filter((picture) => picture.state === state);
    const figures = own.map(
      ({ name, width, height }) =>
        `<a href="pictures/${name}.png"><img src="pictures/${name}.png" alt="${name}" ` +
        `height="${THUMBNAIL_HEIGHT_PX}" width="${(THUMBNAIL_HEIGHT_PX * width) / height}"></a>`,
    );
    return `<h2>${state}</h2>\n<p>${figures.join('\n')}</p>`;
  });
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hallboard gallery</title>' +
    '<style>body{font:16px system-ui;margin:24px;background:#777}img{margin:4px}' +
    `h2{font-size:16px;margin:16px 0 0}</style>\n${sections.join('\n')}</html>\n`
  );
}

/** The index as one picture. */
export async function contactSheet(browser, out, pictures) {
  if (pictures.length === 0) return;
  const page = await browser.newPage({ viewport: { width: 2600, height: 1000 } });
  await page.goto(pathToFileURL(`${out}index.html`).href);
  await page.screenshot({ path: `${out}contact-sheet.png`, fullPage: true });
  await page.close();
}
