import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const eslint = new ESLint({ cwd: process.cwd() });

/** What the lint says of a file that holds only this. */
async function lint(path: string, text: string): Promise<string[]> {
	const code = path.endsWith('.svelte') ? `<script lang="ts">\n${text}\n</script>\n` : `${text}\n`;
	const [result] = await eslint.lintText(code, { filePath: path });
	return (result?.messages ?? [])
		.filter(({ ruleId }) => ruleId === null || !ruleId.endsWith('no-unused-vars'))
		.map(({ message }) => message);
}

// the first look is slow: every rule is loaded then
beforeAll(async () => void (await lint('src/lib/ui/A.svelte', '')), 120_000);

// one case a line, to be read as a table
// prettier-ignore
const forbidden: [why: string, path: string, text: string, says: RegExp][] = [
	['a test waits for what is seen, never for time', 'tests/e2e/a.spec.ts', `await page.waitForTimeout(100);`, /the person would see/],
	['a test expects what it looks at', 'tests/e2e/a.spec.ts', `if (await begin.isVisible()) await begin.click();`, /Expect it/],
	['a property is tried more often in the longer run', 'tests/unit/domain/a.test.ts', `fc.assert(fc.property(), { numRuns: 40 });`, /runs\(100\)/],
	['the domain knows no framework', 'src/lib/domain/a.ts', `import { tick } from 'svelte';`, /domain is pure/],
	['the domain knows no storage', 'src/lib/domain/a.ts', `import type { Draft } from '$lib/storage/types';`, /domain is pure/],
	['the domain imports itself as a neighbour', 'src/lib/domain/a.ts', `import { isDone } from '$lib/domain/day';`, /as \.\/name/],
	['the domain knows no library', 'src/lib/domain/a.ts', `import Dexie from 'dexie';`, /domain is pure/],
	['content holds no words', 'src/lib/content/a.ts', `import { t } from '$lib/i18n';`, /Words go to messages/],
	['storage knows no screen', 'src/lib/storage/a.ts', `import { live } from '$lib/app/keeping/live.svelte';`, /Storage imports the domain/],
	['storage knows no framework', 'src/lib/storage/a.ts', `import { tick } from 'svelte';`, /Storage imports the domain/],
	['platform knows no storage', 'src/lib/platform/a.ts', `import { openStorage } from '$lib/storage';`, /small door/],
	['words come from messages, not from content', 'src/lib/i18n/a.ts', `import { habits } from '$lib/content/habits';`, /i18n imports the messages/],
	['a part of the screen runs no rule of the domain', 'src/lib/ui/A.svelte', `import { isDone } from '$lib/domain/day';`, /by props/],
	['a part of the screen gets its words by props', 'src/lib/ui/A.svelte', `import { t } from '$lib/i18n';`, /by props/],
	['a part of the screen knows no service', 'src/lib/ui/A.svelte', `import { useServices } from '$lib/app/services.svelte';`, /by props/],
	['app knows no feature', 'src/lib/app/a.ts', `import { DayView } from '$lib/features/today/day-view.svelte';`, /never knows a feature/],
	['app knows no part of the screen', 'src/lib/app/a.svelte.ts', `import Notice from '$lib/ui/Notice.svelte';`, /never knows a feature/],
	['a feature knows no other feature', 'src/lib/features/plan/A.svelte', `import { DayView } from '$lib/features/today/day-view.svelte';`, /never another feature/],
	['not even its types', 'src/lib/features/plan/a.ts', `import type { DayView } from '$lib/features/today/day-view.svelte';`, /never another feature/],
	['not by climbing', 'src/lib/features/plan/A.svelte', `import DayNote from '../today/DayNote.svelte';`, /never another feature/],
	['not by climbing after a step aside', 'src/lib/features/plan/a.ts', `import { x } from './../today/day-view.svelte';`, /never another feature/],
	['not by giving it on', 'src/lib/features/plan/a.ts', `export { DayView } from '$lib/features/today/day-view.svelte';`, /never another feature/],
	['not later on', 'src/lib/features/plan/a.ts', `export const later = () => import('$lib/features/today/day-view.svelte');`, /never another feature/],
	['not by climbing out of a folder of its own', 'src/lib/features/plan/people/A.svelte', `import DayNote from '../../today/DayNote.svelte';`, /never another feature/],
	['the codec knows no browser', 'src/lib/codec/a.ts', `import { now } from '$lib/platform/clock';`, /codec is pure/],
	['a paper gets its words by props', 'src/lib/paper/A.svelte', `import { t } from '$lib/i18n';`, /A paper knows only/],
	['a feature opens no storage', 'src/lib/features/plan/a.ts', `import { openStorage } from '$lib/storage';`, /only types of storage/],
	['a feature opens no storage later on', 'src/lib/features/plan/A.svelte', `const later = () => import('$lib/storage');`, /only types of storage/],
	['a feature runs nothing of storage', 'src/lib/features/plan/A.svelte', `import { reasonOf } from '$lib/storage/storage-error';`, /only types of storage/],
	['a feature knows no database', 'src/lib/features/plan/a.ts', `import { liveQuery } from 'dexie';`, /only types of storage/],
	['a component takes the services from their context', 'src/lib/features/plan/A.svelte', `interface Props { services: Services }`, /useServices/],
	['what is kept is followed one way', 'src/lib/features/plan/a.ts', `import { live } from '$lib/app/keeping/live.svelte';`, /followed\(\)/],
	['nothing calls into a component', 'src/lib/ui/A.svelte', `export function open(): void {}`, /Nothing calls into a component/],
	['not by a constant either', 'src/lib/features/plan/A.svelte', `export const open = () => 5;`, /Nothing calls into a component/],
	['nobody holds a component to call it', 'src/lib/features/plan/A.svelte', `let a;\n</script>\n<B bind:this={a} />\n<script module>`, /bind a value of it/],
	['what loads later says where it does not come', 'src/lib/features/plan/A.svelte', `</script>\n{#await import('./B.svelte') then { default: B }}<B />{/await}\n<script module>`, /LoadLater/],
	['not in silence from a script', 'src/lib/features/plan/A.svelte', `let B;\nvoid import('./B.svelte').then((part) => (B = part.default));`, /second function/],
	['a route does no work', 'src/routes/a.ts', `import { habits } from '$lib/content/habits';`, /A route is thin/],
	['a route knows no storage', 'src/routes/+page.svelte', `import { openStorage } from '$lib/storage';`, /A route is thin/],
	['a route knows only the language of the domain', 'src/routes/+page.ts', `import { isDone } from '$lib/domain/day';`, /A route is thin/],
	['icons come one by one', 'src/lib/ui/A.svelte', `import { Sun } from '@lucide/svelte';`, /one icon/],
	['icons come one by one in a feature', 'src/lib/features/plan/A.svelte', `import { Sun } from '@lucide/svelte';`, /one icon/]
];

// prettier-ignore
const allowed: [what: string, path: string, text: string][] = [
	['its neighbours', 'src/lib/domain/a.ts', `import { isDone } from './day';`],
	['a date from what it was given', 'src/lib/domain/a.ts', `export const day = (at: number) => new Date(at);`],
	['the domain', 'src/lib/content/a.ts', `import type { Habit } from '$lib/domain/habit';`],
	['dexie and the domain', 'src/lib/storage/a.ts', `import { liveQuery } from 'dexie';\nimport { isDone } from '$lib/domain/day';`],
	['the clock', 'src/lib/platform/a.ts', `export const at = () => [Date.now(), new Date(), Math.random(), localStorage.length];`],
	['the messages', 'src/lib/i18n/a.ts', `import type today from '$messages/en/today.json';\nimport { init } from 'svelte-i18n';`],
	['an icon, and types of the domain', 'src/lib/ui/A.svelte', `import Sun from '@lucide/svelte/icons/sun';\nimport type { Lang } from '$lib/domain/language';`],
	['every layer below', 'src/lib/app/a.svelte.ts', `import { reasonOf } from '$lib/storage/storage-error';\nimport { t } from '$lib/i18n';\nimport { live } from './live.svelte';\nexport const later = () => import('$lib/storage');`],
	['types of storage', 'src/lib/features/plan/a.ts', `import type { Storage } from '$lib/storage/types';`],
	['app, ui, words and its own files', 'src/lib/features/plan/A.svelte', `import { useServices } from '$lib/app/services.svelte';\nimport Notice from '$lib/ui/Notice.svelte';\nimport { t } from '$lib/i18n';\nimport B from './B.svelte';`],
	['another folder of the same feature', 'src/lib/features/plan/people/A.svelte', `import EntryCard from '../EntryCard.svelte';\nimport { x } from '../signs/words';`],
	['bytes of the codec, and parts of ui on a paper', 'src/lib/paper/A.svelte', `import Pictogram from '$lib/ui/Pictogram.svelte';\nimport type { Lang } from '$lib/domain/language';`],
	['a feature, and what kit makes beside it', 'src/routes/+page.svelte', `import Door from '$lib/features/door/Door.svelte';\nimport type { PageProps } from './$types';`]
];

describe('the layers point one way', () => {
	test.each(forbidden)('%s (%s)', async (_why, path, text, says) => {
		expect(await lint(path, text)).toEqual([expect.stringMatching(says)]);
	});

	test.each(allowed)('a file may use %s (%s)', async (_what, path, text) => {
		expect(await lint(path, text)).toEqual([]);
	});
});

describe('what Envol promises is held in every file', () => {
	const places = [
		'src/lib/domain/a.ts',
		'src/lib/platform/a.ts',
		'src/lib/features/plan/A.svelte',
		'src/lib/app/a.ts',
		'src/routes/+page.ts',
		'src/hooks.server.ts'
	];
	const leaving = [
		`fetch('/x')`,
		`window.fetch('/x')`,
		`globalThis.fetch('/x')`,
		`self.fetch('/x')`,
		`new XMLHttpRequest()`,
		`new WebSocket('wss://x')`,
		`new EventSource('/x')`,
		`navigator.sendBeacon('/x')`
	];
	/** A constant for each of these, one a line. */
	const each = (values: readonly string[]) =>
		values.map((value, at) => `const sent${at} = ${value};`).join('\n');

	test.each(places)('nothing leaves the device from %s', async (path) => {
		expect(await lint(path, each(leaving))).toEqual(
			leaving.map(() => expect.stringContaining('Nothing leaves the device') as unknown)
		);
	});

	test('only the offline copy asks its own address', async () => {
		expect(await lint('src/sw.ts', `export const page = fetch('/x');`)).toEqual([]);
	});

	test.each(places.filter((path) => path.startsWith('src/lib') && !path.includes('platform')))(
		'clock, chance and the mirror come through platform in %s',
		async (path) => {
			const closed = ['Date.now()', 'new Date()', 'Math.random()', 'localStorage.length', 'window.localStorage.length']; // prettier-ignore
			const doors = ['now()', 'today()', 'random.ts', 'mirror.ts', 'mirror.ts'];
			expect(await lint(path, each(closed))).toEqual(
				doors.map((door) => expect.stringContaining(door) as unknown)
			);
		}
	);

	test.each(places)('nothing is left in the console from %s', async (path) => {
		expect(await lint(path, `console.log('x');`)).toEqual([expect.stringContaining('console')]);
	});

	test('text is only ever text, and styles stay in style sheets', async () => {
		const [result] = await eslint.lintText('<p style="color: red">{@html `<b>x</b>`}</p>\n', {
			filePath: 'src/lib/ui/A.svelte'
		});
		expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([
			'svelte/no-inline-styles',
			'svelte/no-at-html-tags'
		]);
	});
});
