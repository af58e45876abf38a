/** @returns a percentage for people; `none` where there is none. */
export function formatPercentage(percentage: number | null): string {
  return percentage === null ? 'none' : `${Number(percentage.toFixed(3))} %`;
}
