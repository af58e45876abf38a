/** Where a school's screens are in the administrators' API. */
export function screensPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/screens`;
}

/** Where one of them is. */
export function screenPath(school: string, screen: string): string {
  return `${screensPath(school)}/${encodeURIComponent(screen)}`;
}
