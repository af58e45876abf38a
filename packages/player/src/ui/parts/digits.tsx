/**
 * Minutes and seconds whose digits do not move when they change. Fonts have digits of one width for
 * 0 to 9; the others get cells, but where there are no seconds.
 */
export function Digits({ text }: { readonly text: string }) {
  if (!/\D:/.test(text)) return <bdi dir="ltr">{text}</bdi>;
  return (
    <bdi dir="ltr">
      {Array.from(text, (character, index) => (
        <span key={index} class={character === ':' ? 'hb-colon' : 'hb-cell'}>
          {character}
        </span>
      ))}
    </bdi>
  );
}
