import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`);

const pages = [
	'README.md',
	'LISEZMOI.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	...filesIn('docs').filter((name) => name.endsWith('.md'))
].map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Every file and folder that a page may name by the end of its path. */
const ours = ['src', 'scripts', 'tests', 'docs', 'static', 'messages']
	.flatMap(filesIn)
	.map((file) => `/${file}`);

const isOfOurs = /^(?:src|scripts|tests|docs|static|messages)\//;
const isFile = /\w\.(?:ts|js|mjs|css|svelte|json|md|html)$/;

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	dependencies: Record<string, string>;
};
const packages = Object.keys(dependencies);

/** The paths in backticks: from the root, or any file by its ending. Neither a `<placeholder>` nor an `/address` is one. */
function pathsIn(text: string): string[] {
	return (
		[...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([\w[\]=.{},+@-][\w[\]=.{},+@/-]*)`/g)]
			.map(([, code]) => code!)
			// a package may be called like a file: `chart.js`
			.filter((code) => (isOfOurs.test(code) || isFile.test(code)) && !packages.includes(code))
	);
}

/** 'a{b,c}d' as 'abd' and 'acd'. */
function expanded(path: string): string[] {
	const [whole, inside] = /\{([^}]+)\}/.exec(path) ?? [];
	return whole === undefined || inside === undefined
		? [path]
		: inside.split(',').flatMap((each) => expanded(path.replace(whole, each)));
}

/** Pages that a long run writes: they may not be there yet. */
const written = ['docs/endurance.md'];

/** A path from the root, or the end of one: 'src/lib/domain/day.ts', 'storage/write.ts', 'boot.js'. */
const isThere = (path: string): boolean =>
	existsSync(path) ||
	written.includes(path) ||
	ours.some((file) => file.endsWith(`/${path.replace(/\/$/, '')}`));

describe.each(pages)('$file', ({ file, text }) => {
	test('names only files and folders that are there', () => {
		const named = pathsIn(text).flatMap(expanded);
		expect(named.filter((path) => !isThere(path))).toEqual([]);
	});

	test('links only to pages, and parts of pages, that are there', () => {
		const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
			.map(([, target]) => target!)
			.filter((target) => !/^[a-z]+:/.test(target))
			.filter((target) => {
				const [path, part] = target.split('#');
				const linked = path ? join(dirname(file), path) : file;
				if (!existsSync(linked)) return true;
				return part !== undefined && !partsOf(readFileSync(linked, 'utf8')).includes(part);
			});
		expect(broken).toEqual([]);
	});
});

/** The anchors of the headings of a page, as hosts of Markdown make them. */
function partsOf(text: string): string[] {
	return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading!
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-')
	);
}

test('CONTRIBUTING names every package of run time, and no other', () => {
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
	const sentence =
		/At run time there are ([^]*?)\.\n/.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1] ?? '';
	const named = [...sentence.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
	expect(named.sort()).toEqual(Object.keys(dependencies).sort());
});

test('the architecture lists every decision, by its title', () => {
	const listed = [
		...readFileSync('docs/architecture.md', 'utf8').matchAll(/^- (\d+): \[(.+)\]\(decisions\/(.+)\)$/gm)
	];
	const decisions = readdirSync('docs/decisions')
		.sort()
		.map((name) => {
			const [, number, title] =
				/^# (\d+)\. (.+)\n/.exec(readFileSync(`docs/decisions/${name}`, 'utf8')) ?? [];
			return [number, title, name];
		});
	expect(listed.map(([, number, title, name]) => [number, title, name])).toEqual(decisions);
	expect(decisions.map(([number, , name]) => name!.startsWith(number!.padStart(4, '0')))).not.toContain(
		false
	);
});

test('the architecture has the layers that the lint enforces', async () => {
	// imported by URL, so that the type check does not follow it into the packages of the lint
	const { LAYERS } = (await import(pathToFileURL('eslint.config.js').href)) as {
		LAYERS: Record<string, unknown>;
	};
	const table = readFileSync('docs/architecture.md', 'utf8');
	const rows = [...table.matchAll(/^\| ([a-z][a-z0-9-]*) +\| /gm)]
		.map(([, name]) => name!)
		.filter((name) => name !== 'layer');
	expect(rows.sort()).toEqual(
		Object.keys(LAYERS)
			.map((folder) => folder.replace('/*', ''))
			.sort()
	);
});
