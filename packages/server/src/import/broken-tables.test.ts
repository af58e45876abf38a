import { describe, expect, it } from 'vitest';
import { importFiles, importSchool, lines } from './import-files.fixture.js';

const TT = 'class,day,period,subject';

describe('a table that is broken', () => {
  it('is refused with every problem, not only the first', async () => {
    const file = lines(TT, '7A,Noday,1,Art', '7A,Mon,9,', ',Mon,1,Art');
    expect((await importFiles({ 'x.csv': file })).problems).toHaveLength(4);
  });

  it('warns of a column that is not used, and takes the rest', async () => {
    const { problems, content } = await importFiles({
      'x.csv': `${TT},Colour\n7A,Mon,1,Art,red\n`,
    });
    expect(problems).toEqual(['warning: x.csv, row 1, column "Colour": is not used']);
    expect(content.timetable.lessons).toHaveLength(1);
  });

  it('asks for the division where there are several', async () => {
    const [main] = importSchool().divisions;
    const school = importSchool({
      divisions: main === undefined ? [] : [main, { ...main, id: 'upper', name: 'Upper' }],
    });
    const { problems } = await importFiles({ 'x.csv': `${TT}\n9Z,Mon,1,Art\n` }, {}, school);
    expect(problems).toEqual(['x.csv, row 2: division is missing, and the school has several']);
  });

  it('refuses a mapping to a field that the kind has not', async () => {
    const map = { timetable: { Lehrer: 'person' } };
    const { problems } = await importFiles({ 'x.csv': `${TT},Lehrer\n7A,Mon,1,Art,X\n` }, { map });
    expect(problems).toEqual(['x.csv, row 1: timetable has no field "person" to map to']);
  });
});
