import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedFiles, type Graph, type Module } from '../../../scripts/build/chunks';
import { runs } from '../../support/property-runs';

interface Small {
	/** Each module with its size, what it imports, and what it imports later. */
	modules: Record<string, [size: number, imports?: string, later?: string]>;
	/** The start of each page, with its weight. */
	pages: Record<string, number>;
	partOf?: Graph['partOf'];
}

function graphOf({ modules, pages, partOf = () => '' }: Small): Graph {
	const list = (text?: string) => (text ? text.split(' ') : []);
	return {
		modules: new Map(
			Object.entries(modules).map(([id, [size, imports, later]]): [string, Module] => [
				id,
				{ size, imports: list(imports), dynamicImports: list(later) }
			])
		),
		pages: Object.entries(pages).map(([start, weight]) => ({ starts: [start], weight })),
		alone: ['alone'],
		unused: ['unused'],
		partOf
	};
}

const filesOf = (small: Small, file = 0, needless = 1000) =>
	sharedFiles(graphOf(small), { file, needless }).map((ids) => [...ids].sort().join(' '));

describe('which modules share a file', () => {
	test('those that the same pages load come in one file; what one page alone loads comes with that page', () => {
		const modules: Small['modules'] = {
			today: [1, 'list icon words'],
			hope: [1, 'icon words note'],
			icon: [5],
			words: [5, 'text'],
			text: [5],
			list: [5],
			note: [5]
		};
		expect(filesOf({ modules, pages: { today: 1, hope: 1 } })).toEqual(['icon text words']);
	});

	const overlapping: Small['modules'] = {
		today: [1, 'words'],
		hope: [1, 'words note'],
		all: [1, 'words note'],
		words: [50],
		note: [40]
	};
	const pages = { today: 1, hope: 1, all: 1 };

	test('two files become one where what is saved in files outweighs what is loaded without need', () => {
		// two pages save a file each; Today loads 40 without need
		expect(filesOf({ modules: overlapping, pages }, 19)).toEqual(['note', 'words']);
		expect(filesOf({ modules: overlapping, pages }, 21)).toEqual(['note words']);
	});

	test('a page that is needed at once counts more than others', () => {
		expect(filesOf({ modules: overlapping, pages: { ...pages, today: 4 } }, 21)).toEqual(['note', 'words']);
	});

	test('however much is saved, no page loads more than so much without need', () => {
		expect(filesOf({ modules: overlapping, pages }, 500, 39)).toEqual(['note', 'words']);
		expect(filesOf({ modules: overlapping, pages }, 500, 40)).toEqual(['note words']);
	});

	test('all that is loaded without need counts, not only the last of it', () => {
		const modules: Small['modules'] = {
			today: [1, 'words'],
			hope: [1, 'words note face'],
			all: [1, 'words note'],
			die: [1, 'face'],
			words: [50],
			note: [40],
			face: [30]
		};
		const files = filesOf({ modules, pages: { today: 1, hope: 1, all: 1, die: 1 } }, 500, 60);
		expect(files).toContain('note words');
		expect(files).toContain('face');
	});

	test('what the offline copy keeps in two parts never shares a file', () => {
		const partOf = (id: string) => (id === 'note' ? 'later' : 'first');
		expect(filesOf({ modules: overlapping, pages, partOf }, 500)).toEqual(['note', 'words']);
	});

	test('the script of Help gets nothing that it does not need', () => {
		const modules: Small['modules'] = {
			alone: [1, 'language'],
			today: [1, 'language runtime'],
			hope: [1, 'language runtime'],
			language: [5],
			runtime: [5]
		};
		expect(filesOf({ modules, pages: { today: 1, hope: 1 } }, 500)).toEqual(['language', 'runtime']);
	});

	test('what a page that no browser loads shares with others is not left to chance', () => {
		const modules: Small['modules'] = {
			unused: [1, 'line own'],
			today: [1, 'line words'],
			hope: [1, 'words'],
			line: [1],
			own: [1],
			words: [1]
		};
		expect(filesOf({ modules, pages: { today: 1, hope: 1 } }, 500)).toEqual(['line words']);
	});
});

describe('what is loaded later', () => {
	test('does not load again what every page that asks for it has', () => {
		const modules: Small['modules'] = {
			hope: [1, 'runtime', 'photo'],
			all: [1, 'runtime', 'photo'],
			photo: [1, 'runtime thumbnail'],
			voice: [1, 'runtime'],
			runtime: [100],
			thumbnail: [5]
		};
		expect(filesOf({ modules, pages: { hope: 1, all: 1, voice: 1 } }, 4)).toEqual(['runtime']);
	});

	test('counts where one of those that ask for it may lack something', () => {
		const modules: Small['modules'] = {
			// the page for codes has no list, and may ask for the storage as well
			today: [1, 'list', 'storage'],
			code: [1, '', 'storage'],
			storage: [1, 'list records'],
			backup: [1, 'records'],
			list: [30],
			records: [30]
		};
		// storage would save one file, Today and the backup would load 30 each
		expect(filesOf({ modules, pages: { today: 1, code: 1, backup: 1 } }, 50)).toEqual(['list', 'records']);
		expect(filesOf({ modules, pages: { today: 1, code: 1, backup: 1 } }, 70)).toEqual(['list records']);
	});

	test('may share a file with what is there before it', () => {
		const modules: Small['modules'] = {
			hope: [1, 'runtime', 'photo'],
			all: [1, 'runtime thumbnail', 'photo'],
			photo: [1, 'runtime thumbnail'],
			runtime: [100],
			thumbnail: [5]
		};
		expect(filesOf({ modules, pages: { hope: 1, all: 1 } }, 4)).toEqual(['runtime thumbnail']);
	});
});

function closure(modules: Graph['modules'], start: string, found = new Set<string>()): Set<string> {
	if (found.has(start)) return found;
	found.add(start);
	for (const id of modules.get(start)!.imports) closure(modules, id, found);
	return found;
}

/** Apps of every shape: modules that import later ones, pages, and parts that come later. */
const apps = fc
	.record({
		sizes: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 16 }),
		links: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 60 }),
		later: fc.array(fc.tuple(fc.nat(30), fc.nat(2)), { maxLength: 6 }),
		pages: fc.array(fc.array(fc.nat(30), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
		alone: fc.array(fc.nat(30), { maxLength: 3 }),
		first: fc.array(fc.nat(30), { maxLength: 3 }),
		costs: fc.record({ file: fc.nat(200), needless: fc.nat(300) })
	})
	.map(({ sizes, links, later, pages, alone, first, costs }) => {
		const count = sizes.length;
		const name = (number: number) => `m${String(number % count).padStart(2, '0')}`;
		const importsOf = (from: number) =>
			links.flatMap(([one, two]) => (one % count === from && two % count > from ? name(two) : []));
		const modules = new Map<string, Module>();
		sizes.forEach((size, at) => modules.set(name(at), { size, imports: importsOf(at), dynamicImports: [] }));
		for (const number of [0, 1, 2])
			modules.set(`later${number}`, { size: 1, imports: [name(number * 5)], dynamicImports: [] });
		const ask = (id: string, number: number) => {
			const module = modules.get(id)!;
			modules.set(id, { ...module, dynamicImports: [...module.dynamicImports, `later${number}`] });
		};
		for (const [from, number] of later) ask(name(from), number);
		pages.forEach((imports, at) =>
			modules.set(`page${at}`, { size: 1, imports: imports.map(name), dynamicImports: [] })
		);
		modules.set('alone', { size: 1, imports: alone.map(name), dynamicImports: [] });
		const keptFirst = new Set(first.flatMap((at) => [...closure(modules, name(at))]));
		const graph: Graph = {
			modules,
			pages: pages.map((_, at) => ({ starts: [`page${at}`], weight: 1 + (at % 2) })),
			alone: ['alone'],
			unused: [],
			partOf: (id) => String(keptFirst.has(id))
		};
		return { graph, costs };
	});

describe('whatever the app looks like', () => {
	const check = (holds: (app: { graph: Graph; files: string[][]; needless: number }) => void) =>
		fc.assert(
			fc.property(apps, ({ graph, costs }) =>
				holds({ graph, files: sharedFiles(graph, costs), needless: costs.needless })
			),
			{ numRuns: runs(300) }
		);

	test('a module is in one file, with modules of its part alone', () => {
		check(({ graph, files }) => {
			const all = files.flat();
			expect(new Set(all).size).toBe(all.length);
			for (const ids of files) expect(new Set(ids.map(graph.partOf)).size).toBe(1);
		});
	});

	test('what two pages need is never left to the bundler', () => {
		check(({ graph, files }) => {
			const inFiles = new Set(files.flat());
			const needs = [...graph.pages.flatMap(({ starts }) => starts), 'alone'].map((start) =>
				closure(graph.modules, start)
			);
			for (const id of graph.modules.keys())
				if (needs.filter((ids) => ids.has(id)).length > 1) expect(inFiles).toContain(id);
		});
	});

	test('no page loads more than so much without need, and the script of Help nothing', () => {
		check(({ graph, files, needless }) => {
			for (const start of [...graph.pages.flatMap(({ starts }) => starts), 'alone']) {
				const needed = closure(graph.modules, start);
				const loaded = files.filter((ids) => ids.some((id) => needed.has(id))).flat();
				const extra = loaded
					.filter((id) => !needed.has(id))
					.reduce((sum, id) => sum + graph.modules.get(id)!.size, 0);
				expect(extra).toBeLessThanOrEqual(start === 'alone' ? 0 : needless);
			}
		});
	});

	test('no file needs one that needs it', () => {
		check(({ graph, files }) => {
			const fileOf = new Map(files.flatMap((ids, at) => ids.map((id) => [id, at] as const)));
			const needs = files.map(
				(ids, at) =>
					new Set(
						ids
							.flatMap((id) => graph.modules.get(id)!.imports.map((imported) => fileOf.get(imported)))
							.filter((needed) => needed !== undefined && needed !== at)
					)
			);
			const left = new Set(needs.keys());
			for (let count = -1; count !== left.size;) {
				count = left.size;
				for (const at of left) if (![...needs[at]!].some((needed) => left.has(needed!))) left.delete(at);
			}
			expect([...left]).toEqual([]);
		});
	});

	test('the files are the same in whatever order the bundler read the modules', () => {
		fc.assert(
			fc.property(apps, ({ graph, costs }) => {
				const reversed = { ...graph, modules: new Map([...graph.modules].reverse()) };
				expect(sharedFiles(reversed, costs)).toEqual(sharedFiles(graph, costs));
			}),
			{ numRuns: runs(300) }
		);
	});
});
