const PICTURE_WIDTH_PX = 640;

/**
 * @typedef {object} Seen what became of a step in one engine
 * @property {string} engine
 * @property {string} step
 * @property {string} text what was seen, or why nothing was
 * @property {string} [picture] its path from the page
 */

/**
 * The engines side by side, a step in each row.
 * @param {readonly Seen[]} seen
 */
export function sheetPage(seen) {
  const engines = [...new Set(seen.map(({ engine }) => engine))];
  const steps = [...new Set(seen.map(({ step }) => step))];
  const rows = steps.map((step) => {
    const cells = engines.map((engine) =>
      cellOf(seen.find((one) => one.step === step && one.engine === engine)),
    );
    return `<tr><th>${step}</th>${cells.join('')}</tr>`;
  });
  const head = engines.map((engine) => `<th>${engine}</th>`).join('');
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hallboard in its engines</title>' +
    '<style>body{font:16px system-ui;margin:24px;background:#ddd;color:#111}th{text-align:start}' +
    `th,td{padding:8px;vertical-align:top}img{display:block;margin-bottom:4px}td{max-width:${PICTURE_WIDTH_PX}px}` +
    `</style>\n<table><tr><th></th>${head}</tr>\n${rows.join('\n')}</table></html>\n`
  );
}

/** @param {Seen | undefined} seen */
function cellOf(seen) {
  if (seen === undefined) return '<td>not played</td>';
  const { engine, step, text, picture } = seen;
  const image =
    picture === undefined
      ? ''
      : `<a href="${encodeURI(picture)}"><img src="${encodeURI(picture)}" alt="${step}, ${engine}" width="${PICTURE_WIDTH_PX}"></a>`;
  return `<td>${image}${escapeHtml(text)}</td>`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
