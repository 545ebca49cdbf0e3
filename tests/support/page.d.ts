/* What is used of a page by functions that run in it. */

interface Element {
  readonly id: string
  readonly tagName: string
  readonly scrollWidth: number
}

declare const document: {
  readonly activeElement: Element | null
  readonly documentElement: Element
  readonly cookie: string
  querySelector(selector: string): Element | null
}
declare const localStorage: { readonly length: number }
declare const sessionStorage: { readonly length: number }
declare function getComputedStyle(element: Element): { readonly breakInside: string }
