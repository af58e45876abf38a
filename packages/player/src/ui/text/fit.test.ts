import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitStep, textWidth, WHOLES, wrap } from './fit.js';

describe('textWidth', () => {
  // Measured in Chromium with the shipped fonts, in units at 1000.
  it.each([
    ['Lesson 2', 4384],
    ['Lesson 10', 4859],
    ['الحصة الثانية', 5174],
    ['تجهيز معرض العلوم بعد الحصة السادسة', 15925],
    ['الرياضيات', 3960],
    ['هذا تدريب', 4324],
    ['إخلاء', 2001],
    ['التالي', 1926],
    ['٧ ب', 1666],
    ['قاعة ٤', 2633],
  ])('is near the true width of %s', (text, measured) => {
    const width = textWidth(text, 1000);
    expect(width).toBeGreaterThan(measured * 0.96);
    expect(width).toBeLessThan(measured * 1.2);
  });

  it('counts no width for what is not seen', () => {
    expect(textWidth('\u2068ab\u2069', 40)).toBe(textWidth('ab', 40));
  });
});

describe('wrap', () => {
  it('loses nothing, and no line is too long unless a word is', () => {
    const text = fc
      .array(fc.constantFrom('a', 'word', ' ', '  ', '\n', 'long-long-word'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const lines = wrap(source, 40, 300);
        expect(lines.join('')).toBe(source);
        for (const line of lines) {
          const isOneWord = !line.trim().includes(' ');
          expect(isOneWord || textWidth(line.trim(), 40) <= 300).toBe(true);
        }
      }),
    );
  });

  it('breaks behind the hyphen of a name, and in no range of numbers', () => {
    expect(wrap('Anne-Sophie', 40, 150)).toEqual(['Anne-', 'Sophie']);
    expect(wrap('2026-2027', 40, 150)).toEqual(['2026-2027']);
  });

  it.each([
    ['leave 20 minutes early', ['leave ', '20 minutes ', 'early']],
    ['after lesson 7 go', ['after ', 'lesson ', '7 go']],
    ['à partir de 14 h 30. Rejoignez', ['à partir de ', '14 h 30. ', 'Rejoignez']],
    ['Einlass bis 16:30 Uhr', ['Einlass ', 'bis ', '16:30 Uhr']],
    ['nach der 6. Stunde', ['nach der ', '6. Stunde']],
    ['حتى ٢٦ مارس', ['حتى ', '٢٦ مارس']],
    ['Tempête : restez', ['Tempête : ', 'restez']],
    ['anticonstitutionnellement :', ['anticonstitutionnellement :']],
    ['Lesson 2', ['Lesson 2']],
  ])('keeps a number with its word, and a mark that stands apart: %s', (text, lines) => {
    expect(wrap(text, 40, 200)).toEqual(lines);
    // The same on the page, where an engine breaks lines.
    const pieces = text.split(WHOLES).filter((_, index) => index % 2);
    expect(pieces.length).toBe(1);
  });

  it('breaks where the text does', () => {
    expect(wrap('one\ntwo', 28, 1000)).toEqual(['one\n', 'two']);
  });
});

describe('fitStep', () => {
  it('takes the largest step that fits, and the last where none does', () => {
    const room = { width: 900, lines: { 84: 2 } };
    expect(fitStep('Lesson 2', [188, 132, 84], room)).toBe(188);
    expect(fitStep('Computer science', [188, 132, 84], room)).toBe(84);
    expect(fitStep('word '.repeat(60), [188, 132, 84], room)).toBe(84);
  });

  it('never breaks a word', () => {
    expect(fitStep('Donaudampfschifffahrt', [84, 56], { width: 700, lines: { 84: 3 } })).toBe(56);
  });
});
