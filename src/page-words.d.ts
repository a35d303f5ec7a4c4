/**
 * Loads the message groups of the current page: its row in `src/pages.js` says which (see
 * `scripts/build/page-table.ts`).
 */
declare module '$page-words' {
	export function load(event: { params: { lang: import('./lib/domain/language').Lang } }): Promise<void>;
}
