/** One file of the sources, or of a library, as the bundler read it. */
export interface Module {
	/** Characters of its code, before it is made small: what counts is how modules compare. */
	size: number;
	imports: readonly string[];
	dynamicImports: readonly string[];
}

export interface Page {
	/** The modules that it begins with: those of the frame around every page, and its own. */
	starts: readonly string[];
	/** How much it counts, beside a page that counts 1. */
	weight: number;
}

export interface Graph {
	modules: ReadonlyMap<string, Module>;
	pages: readonly Page[];
	/** The start of a script that must stay small: nothing comes with it that it does not need. */
	alone: readonly string[];
	/** Starts that are built, and that no browser loads. */
	unused: readonly string[];
	/** The part of the offline copy that a module belongs to: no file holds modules of two parts. What one imports is kept with it. */
	partOf: (id: string) => string;
}

/** What weighs when modules could share a file, in characters of their code. */
export interface Costs {
	/** What one more file costs whoever loads it: its line in the page, its turn on the network, what it repeats. */
	file: number;
	/** The most that anything may load without need. */
	needless: number;
}

/** These modules, and all that they import, directly or not. */
function reachedFrom(starts: readonly string[], modules: Graph['modules']): Set<string> {
	const found = new Set<string>();
	const waiting = [...starts];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (found.has(id) || !modules.has(id)) continue;
		found.add(id);
		waiting.push(...modules.get(id)!.imports);
	}
	return found;
}

/** Something that is loaded as a whole: a page, the script alone, or a module that is imported dynamically. */
interface Root extends Page {
	isAlone: boolean;
	/** Its modules. */
	own: Set<string>;
	/** Modules that are loaded already when it comes, whoever asked for it; none before a page. */
	before: Set<string>;
}

function rootsOf({ modules, pages, alone, unused }: Graph): Root[] {
	const known = new Set([...pages.flatMap(({ starts }) => starts), ...alone, ...unused]);
	const rootFrom = (page: Page, before: Set<string>, isAlone = false): Root => ({
		...page,
		isAlone,
		own: reachedFrom(page.starts, modules),
		before
	});
	const later = new Map<string, Root>();
	for (const [, { dynamicImports }] of inOrder(modules))
		for (const id of dynamicImports)
			if (modules.has(id) && !known.has(id) && !later.has(id))
				later.set(id, rootFrom({ starts: [id], weight: 1 }, new Set(modules.keys())));
	const roots = [
		...pages.map((page) => rootFrom(page, new Set())),
		rootFrom({ starts: alone, weight: 1 }, new Set(), true),
		...later.values()
	];
	const askers = new Map<Root, Root[]>([...later.values()].map((root) => [root, []]));
	for (const asker of roots)
		for (const asked of new Set([...asker.own].flatMap((id) => modules.get(id)!.dynamicImports))) {
			const root = later.get(asked);
			if (root && root !== asker) askers.get(root)!.push(asker);
		}
	// each began with every module; it loses those that one of its askers may lack
	for (let hasChanged = true; hasChanged;) {
		hasChanged = false;
		for (const [{ before }, all] of askers)
			for (const id of before)
				if (!all.every((asker) => asker.own.has(id) || asker.before.has(id))) {
					before.delete(id);
					hasChanged = true;
				}
	}
	// what only an unused start asks for is never loaded
	return roots.filter((root) => askers.get(root)?.length !== 0);
}

/** The bundler reads several files at a time, and lists them as they come: only their names have an order. */
function inOrder(modules: Graph['modules']): [string, Module][] {
	return [...modules].sort(([one], [two]) => (one < two ? -1 : 1));
}

/** Modules that share a file. */
interface Pile {
	ids: string[];
	size: number;
	part: string;
	/** The roots that load it. */
	loaders: Set<Root>;
	/** The roots that find it there. */
	after: Set<Root>;
}

/** Modules that several roots need, in piles of those that the same roots load. What one root alone needs comes with it. */
function pilesOf(graph: Graph): Pile[] {
	const { modules, pages, unused, partOf } = graph;
	const roots = rootsOf(graph);
	const ofUnused = unused.map((id) => reachedFrom([id], modules));
	const starts = new Set([
		...unused,
		...pages.flatMap((page) => page.starts),
		...roots.flatMap((root) => root.starts)
	]);
	const piles = new Map<string, Pile>();
	for (const [id, { size }] of inOrder(modules)) {
		const users = roots.filter(({ own }) => own.has(id));
		if (starts.has(id) || users.length === 0) continue;
		if (users.length + ofUnused.filter((own) => own.has(id)).length < 2) continue;
		const part = partOf(id);
		const loaders = users.filter(({ before }) => !before.has(id));
		const key = JSON.stringify([part, loaders.map((root) => roots.indexOf(root))]);
		const pile = piles.get(key) ?? { ids: [], size: 0, part, loaders: new Set(loaders), after: new Set() };
		pile.ids.push(id);
		pile.size += size;
		// who finds one of them there finds the whole file
		for (const root of roots) if (root.before.has(id)) pile.after.add(root);
		piles.set(key, pile);
	}
	return [...piles.values()];
}

/** What joining these two makes a root load without need, in characters. */
function extraFor(root: Root, one: Pile, two: Pile): number {
	const isThere = ({ loaders, after }: Pile) => loaders.has(root) || after.has(root);
	return (isThere(one) ? 0 : one.size) + (isThere(two) ? 0 : two.size);
}

function join(one: Pile, two: Pile): Pile {
	const after = new Set([...one.after, ...two.after]);
	const loaders = new Set([...one.loaders, ...two.loaders].filter((root) => !after.has(root)));
	return { ids: [...one.ids, ...two.ids], size: one.size + two.size, part: one.part, loaders, after };
}

/**
 * Which modules share a file. At first those that are loaded by exactly the same roots; then piles join, the best two first,
 * as long as what is saved in files outweighs what is loaded without need.
 * @returns a list of module ids for each file; the same for the same modules, in whatever order they come
 */
export function sharedFiles(graph: Graph, { file, needless }: Costs): string[][] {
	let piles = pilesOf(graph);
	const wasted = new Map<Root, number>();
	function gainOf(one: Pile, two: Pile): number {
		if (one.part !== two.part) return 0;
		let gain = 0;
		for (const root of new Set([...one.loaders, ...two.loaders])) {
			const extra = extraFor(root, one, two);
			if (extra > 0 && (root.isAlone || extra + (wasted.get(root) ?? 0) > needless)) return 0;
			gain += root.weight * (extra === 0 ? file : -extra);
		}
		return gain;
	}
	for (;;) {
		let best: { one: Pile; two: Pile; gain: number } | undefined;
		for (const [at, one] of piles.entries())
			for (const two of piles.slice(at + 1)) {
				const gain = gainOf(one, two);
				if (gain > (best?.gain ?? 0)) best = { one, two, gain };
			}
		if (!best) return piles.map(({ ids }) => ids);
		const { one, two } = best;
		const both = join(one, two);
		for (const root of both.loaders) wasted.set(root, (wasted.get(root) ?? 0) + extraFor(root, one, two));
		piles = [...piles.filter((pile) => pile !== one && pile !== two), both];
	}
}
