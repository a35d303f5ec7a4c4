/**
 * Replaces the message parser of svelte-i18n in the built app: messages are parsed at build time (see
 * `scripts/build/compiled-texts.ts`), so reading one only unpacks it.
 */
export * from '@formatjs/icu-messageformat-parser/lib/types';

export function parse(text: string): unknown {
	return text.startsWith('\u0001') ? (JSON.parse(text.slice(1)) as unknown) : [{ type: 0, value: text }];
}
