import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ending = '?inlined';
const virtual = '\0inlined-entry';

/**
 * A script that stands in the page itself, as text: `import text from './first-read.ts?inlined'`. It is bundled with what it imports,
 * and calls the `begin` that the file exports.
 */
export async function textOf(file: string): Promise<string> {
	const made = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
		plugins: [
			{
				name: 'envol:inlined-entry',
				resolveId: (id) => (id === virtual ? id : undefined),
				load: (id) => (id === virtual ? `import { begin } from ${JSON.stringify(file)}; begin();` : undefined)
			}
		],
		build: {
			write: false,
			target: 'es2020',
			minify: true,
			reportCompressedSize: false,
			modulePreload: false,
			rolldownOptions: {
				input: virtual,
				// at a fixed address: built beside the pages, see vite.config.ts
				external: /^\/_app\//,
				output: { format: 'iife' }
			}
		}
	});
	const [result] = [made].flat();
	if (!result || !('output' in result)) throw new Error(`nothing came of ${file}`);
	return result.output[0].code.trim();
}

export function inlinedScripts(): Plugin {
	return {
		name: 'envol:inlined-scripts',
		enforce: 'pre',
		load: {
			filter: { id: /\?inlined$/ },
			async handler(id) {
				const file = id.slice(0, -ending.length);
				this.addWatchFile(file);
				return `export default ${JSON.stringify(await textOf(file))};`;
			}
		}
	};
}
