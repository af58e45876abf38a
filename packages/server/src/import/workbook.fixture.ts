import { strToU8, zipSync } from 'fflate';

/** A cell: text, a number, or a number that is shown as a date or a time. */
export interface FormattedCell {
  readonly number: number;
  readonly as: 'date' | 'time' | 'moment';
}

const STYLE = { date: 1, time: 2, moment: 3 };
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Writes sheets as a workbook (ECMA-376), as small as it may be. `parts` replaces whole parts. */
export function writeWorkbook(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, index) => `<Relationship Id="r${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
  };
  Object.values(sheets).forEach((rows, index) => {
    const data = rows.map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => writeCell(cell, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}</sheetData></worksheet>`;
  });
  const all = Object.entries({ ...files, ...parts });
  const entries = Object.fromEntries(all.map(([path, text]) => [path, strToU8(text)]));
  // The same bytes whenever it is written.
  return zipSync(entries, { mtime: '2026-01-01T00:00' });
}

function writeCell(cell: unknown, at: string): string {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (isFormatted(cell)) return `<c r="${at}" s="${STYLE[cell.as]}"><v>${cell.number}</v></c>`;
  if (cell === undefined || cell === '') return '';
  const text = String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

function isFormatted(cell: unknown): cell is FormattedCell {
  return typeof cell === 'object' && cell !== null && 'as' in cell;
}
