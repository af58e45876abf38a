// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Content } from './content.js';
import { Digits } from './digits.js';
import { Filled } from './filled.js';

function painted(element: Parameters<typeof render>[0]): HTMLElement {
  const container = document.createElement('div');
  render(element, container);
  return container;
}

describe('Content', () => {
  it('writes dashes that the shipped fonts lack as the ones that they have', () => {
    const text = painted(<Content text={'set\u2010up a\u2011b 1\u20122 c\u2015d'} />).textContent;
    expect(text).toBe('set-up a\u2060-\u2060b 1\u20132 c\u2014d');
  });

  it('isolates each text from the direction around it', () => {
    expect(painted(<Content text="abc" />).firstElementChild?.tagName).toBe('BDI');
  });
});

describe('Filled', () => {
  it('isolates each value from the sentence around it, by an element', () => {
    const { innerHTML } = painted(
      <p>
        <Filled message="الفصول في {slot}" values={{ slot: 'Lab' }} />
      </p>,
    );
    expect(innerHTML).toBe('<p>الفصول في <bdi>Lab</bdi></p>');
  });
});

describe('Digits', () => {
  it('gives digits cells of one width where the font has none', () => {
    expect(painted(<Digits text="4:59" />).querySelector('span')).toBeNull();
    const cells = painted(<Digits text="٤:٥٩" />).querySelectorAll('.hb-cell');
    expect(Array.from(cells, (cell) => cell.textContent)).toEqual(['٤', '٥', '٩']);
  });
});
