import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

type Texts = { [key: string]: string | Texts };

/** Messages with a placeholder or a plural become the parser's own result, marked; the others stay as they are. */
function compiled(texts: Texts): Texts {
	return Object.fromEntries(
		Object.entries(texts).map(([key, text]) => {
			if (typeof text !== 'string') return [key, compiled(text)];
			return [key, /[{<']/.test(text) ? `\u0001${JSON.stringify(parse(text))}` : text];
		})
	);
}

/**
 * Parses the messages at build time, so that the phone need not load the parser: it gets
 * `src/lib/i18n/compiled-reader.ts` instead. See docs/decisions/0005.
 */
export function compiledTexts(): Plugin {
	const reader = fileURLToPath(new URL('../../src/lib/i18n/compiled-reader.ts', import.meta.url));
	return {
		name: 'envol:compiled-texts',
		// during development the real parser reads the messages as they are written
		apply: 'build',
		enforce: 'pre',
		config: () => ({
			resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: reader }] },
			ssr: { noExternal: ['svelte-i18n', 'intl-messageformat'] }
		}),
		transform: {
			filter: { id: /\/(messages\/(en|fr)|messages-beside\/[\w-]+)\/[\w-]+\.json$/ },
			handler: (code) => ({ code: JSON.stringify(compiled(JSON.parse(code) as Texts)), map: null })
		}
	};
}
