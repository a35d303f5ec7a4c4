import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, utf8, type Bytes } from '$lib/copy/bytes';
import { limits } from '$lib/copy/limits';
import { fileOf, packed, partsOf, readable, type Contents } from '$lib/copy/pack';
import { noRows, parseRow, rowsNames, type Rows, type RowsName } from '$lib/copy/rows';
import { deriveKey, newHeader, sealed, type DeriveKey } from '$lib/copy/seal';
import type { CopyProblem } from '$lib/copy/types';
import { opened, type Content } from '$lib/copy/unpack';
import { localDay } from '$lib/domain/local-day';
import { runs } from '../../support/property-runs';
import { plainOf, sealWithNode, vouched } from '../../support/copies';
import { fullProfile } from '../../support/full-profile';

const passphrase = 'river lamp bread cloud stone';
const profile = fullProfile('fr', localDay('2026-11-22'), Date.parse('2026-11-22T15:00:00Z'));
const rows: Rows = {
	...noRows,
	days: profile.days,
	steps: profile.steps,
	drafts: profile.drafts,
	notes: profile.notes,
	photos: profile.photos,
	recordings: profile.sounds,
	versions: [{ note: 'full-note', text: 'Avant', at: 5 }],
	settings: Object.entries(profile.records).map(([key, value]) => ({ key, value }))
};
const contents: Contents = {
	schema: 3,
	madeAt: 1_764_000_000_000,
	rows,
	files: async (table) =>
		table === 'photos'
			? {
					thumbnail: new Blob(['small'], { type: 'image/webp' }),
					picture: new Blob(['big'], { type: 'image/jpeg' })
				}
			: { sound: new Blob(['sound'], { type: 'audio/wav' }) }
};

const keys = new Map<string, Promise<CryptoKey>>();
/** Each key made once, with one round: what is tried here is what is inside. */
const quick: DeriveKey = (words, header) => {
	const name = `${words} ${header.salt.join()}`;
	if (!keys.has(name)) keys.set(name, deriveKey(words, { ...header, rounds: 1 }));
	return keys.get(name)!;
};
const read = (bytes: BlobPart) => opened(new Blob([bytes]), { passphrase, newest: 3, derive: quick });

const about = '{"part":"about","schema":3,"madeAt":7}';
const asProblem = (bytes: Buffer | Blob): Promise<Content | CopyProblem> =>
	read(bytes instanceof Blob ? bytes : new Uint8Array(bytes)).catch((error: { problem?: CopyProblem }) => {
		if (!error.problem) throw error;
		return error.problem;
	});

describe('I2 a copy that somebody changed', () => {
	const files: Bytes[] = [];
	let lines: string[];
	beforeAll(async () => {
		const header = { ...newHeader(), chunk: 4096 };
		files.push(
			await bytesOf(
				await fileOf(sealed(packed(partsOf(contents)), header, await quick(passphrase, header)), '')
			)
		);
		files.push(await bytesOf(await fileOf(readable(partsOf(contents)), '')));
		lines = new TextDecoder()
			.decode(files[1])
			.split('\n')
			.slice(1, -2)
			.map((line) => line.replace(/,$/, ''));
	});

	test('in its bytes is refused by name, whole: nothing of it is given', async () => {
		const anyChange = fc.record({
			from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
			length: fc.integer({ min: 0, max: 40 }),
			put: fc.uint8Array({ maxLength: 40 })
		});
		await fc.assert(
			fc.asyncProperty(
				fc.boolean(),
				fc.array(anyChange, { minLength: 1, maxLength: 4 }),
				async (isSealed, changes) => {
					const file = files[isSealed ? 0 : 1]!;
					const changed = changes.reduce<Buffer>((bytes, { from, length, put }) => {
						const at = Math.floor(from * bytes.length);
						return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
					}, Buffer.from(file));
					fc.pre(!changed.equals(file));
					expect(await asProblem(changed)).toBeTypeOf('string');
				}
			),
			{ numRuns: runs(500) }
		);
	}, 600_000);

	test('in what it says, and vouched for again, is read as Envol reads, or refused by name', async () => {
		const anyValue = fc.oneof(
			fc.jsonValue({ maxDepth: 3 }),
			fc.constantFrom<unknown>(
				null,
				-1,
				1e308,
				'',
				'\ud800',
				'\u202e',
				'<img src=x onerror=1>',
				'__proto__',
				'x'.repeat(5000),
				[],
				{}
			)
		);
		await fc.assert(
			fc.asyncProperty(
				fc.nat(),
				fc.nat(),
				anyValue,
				fc.constantFrom('set', 'drop', 'twice', 'move'),
				async (which, where, value, how) => {
					const parts = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
					const [index] = [which % parts.length];
					if (how === 'drop') parts.splice(index, 1);
					else if (how === 'twice') parts.splice(index, 0, parts[index]!);
					else if (how === 'move') parts.push(...parts.splice(index, 1));
					else change(parts[index]!, where, value);
					const found = await asProblem(vouched(parts.map((part) => JSON.stringify(part))));
					if (typeof found === 'string') return;
					// what was read is what is read again: nothing in it is of a kind that Envol does not know
					const isKnown = (name: RowsName, row: object) =>
						isDeepStrictEqual(parseRow(name, JSON.parse(JSON.stringify(row))), row) &&
						Object.getPrototypeOf(row) === Object.prototype;
					for (const name of rowsNames)
						expect(found.rows[name].filter((row) => !isKnown(name, row))).toEqual([]);
					for (const medium of found.media) await found.files(medium);
				}
			),
			{ numRuns: runs(500) }
		);
	}, 600_000);
});

/** Puts a value somewhere inside. */
function change(inside: object, where: number, value: unknown): void {
	const fields = Object.keys(inside);
	const field = fields[where % fields.length]!;
	const found = (inside as Record<string, unknown>)[field];
	const deeper = Math.floor(where / fields.length);
	if (typeof found === 'object' && found !== null && Object.keys(found).length > 0 && deeper % 4 > 0)
		change(found, deeper, value);
	else (inside as Record<string, unknown>)[field] = value;
}

test('what was deleted in an older Envol is deleted, and may come back', () => {
	const note = { ...profile.notes[0]!, goneAt: 7 };
	expect(parseRow('notes', note)).toEqual({ ...profile.notes[0]!, deletedAt: 7 });
	expect(parseRow('photos', { ...profile.photos[0]!, goneAt: 7 })).toMatchObject({ deletedAt: 7 });
	expect(parseRow('recordings', { ...profile.sounds[0]!, goneAt: 7 })).toMatchObject({ deletedAt: 7 });
});

test('what Envol keeps is read as it is, field by field', () => {
	for (const name of rowsNames)
		for (const row of rows[name]) expect(parseRow(name, JSON.parse(JSON.stringify(row)))).toEqual(row);
});

describe('hostile words in a copy', () => {
	test('are text and nothing else; half letters are none', () => {
		const note = { id: 'n', day: '2026-11-28', at: 1, changedAt: 1, text: '<script>x</script> \u202eabc \ud800 👍', tags: ['a\udc00'], chimes: ['hope', 'x'] }; // prettier-ignore
		expect(parseRow('notes', note)).toMatchObject({
			text: '<script>x</script> \u202eabc \ufffd 👍',
			tags: ['a\ufffd'],
			chimes: ['hope']
		});
		expect(parseRow('steps', { id: 's', habit: 'wake', words: '\u202eevil\u2066\n\ud800 x' })).toMatchObject({
			words: 'evil x'
		});
	});

	test.each([
		['an id that is a trap', 'notes', { id: '__proto__', day: '2026-11-28', at: 1, text: 'x' }],
		['a list', 'notes', []],
		['nothing', 'days', null],
		['no day of the calendar', 'days', { day: '2026-02-30', ticks: [] }],
		['a time that is none', 'photos', { id: 'p', note: 'n', at: 'now' }],
		['a habit that nobody has', 'steps', { id: 's', habit: 'toString' }]
	] as const)('%s is no row', (_, name, value) => {
		expect(parseRow(name, value)).toBeUndefined();
	});

	test('the same row or photo twice is there once, as it came first', async () => {
		const photo = JSON.stringify({ part: 'row', table: 'photos', row: profile.photos[0], files: [] });
		const notes = JSON.stringify([profile.notes[0], { ...profile.notes[0], text: 'other' }]);
		const found = await asProblem(
			vouched([about, `{"part":"rows","table":"notes","rows":${notes}}`, photo, photo])
		);
		expect(found).toMatchObject({ rows: { notes: [{ text: profile.notes[0]!.text }] }, media: [{}] });
	});

	test('a part that names what every object has is damaged', async () => {
		for (const table of ['__proto__', 'constructor', 'toString', 'ballast', 'safety'])
			expect(await asProblem(vouched([about, `{"part":"rows","table":"${table}","rows":[]}`]))).toBe(
				'damaged'
			);
		const found = await asProblem(vouched([about, '{"part":"rows","table":"settings","rows":[{"key":"x","value":{"__proto__":{"a":1}}}]}'])); // prettier-ignore
		expect(typeof found).toBe('object');
		expect(({} as { a?: number }).a).toBeUndefined();
	});
});

describe('I5 a bomb', () => {
	const part = (json: string) => vouched([about, `{"part":"rows","table":"notes","rows":${json}}`]);
	const mebi = 2 ** 20;

	test('of depth, keys, long strings or rows is refused, or has nothing in it that is kept', async () => {
		expect(await asProblem(part('['.repeat(3 * mebi)))).toBe('damaged');
		expect(await asProblem(part(`${'['.repeat(mebi)}${']'.repeat(mebi)}`))).toBe('damaged');
		expect(await asProblem(part(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`))).toBe('damaged');
		expect(await asProblem(part(`["${'x'.repeat(limits.rows)}"]`))).toBe('too-large');
		const many = await asProblem(part(`[{${Array.from({ length: 200_000 }, (_, i) => `"${i}":0`).join()}}]`));
		expect(many).toMatchObject({ rows: { notes: [] } });
		expect(await asProblem(part(`[${'0,'.repeat(mebi)}0]`))).toMatchObject({ rows: { notes: [] } });
	});

	test('that claims to be longer than it is, or than anything can be, is refused before it is read', async () => {
		const claims = (head: object) => {
			const plain = plainOf([{ head: { part: 'about', schema: 3, madeAt: 7 } }, { head }]);
			const file = sealWithNode(plain, { passphrase: 'riverlampbreadcloudstone' });
			return opened(new Blob([new Uint8Array(file)]), { passphrase, newest: 3 }).catch((error: { problem: string }) => error.problem); // prettier-ignore
		};
		expect(await claims({ part: 'rows', table: 'notes', bytes: 2 ** 50 })).toBe('too-large');
		expect(await claims({ part: 'rows', table: 'notes', bytes: 100 })).toBe('damaged');
		expect(await claims({ part: 'rows', table: 'notes', bytes: -1 })).toBe('damaged');
		const file = (bytes: number) => ({ part: 'row', table: 'photos', row: profile.photos[0], files: [{ name: 'picture', type: '', bytes }] }); // prettier-ignore
		expect(await claims(file(2 ** 40))).toBe('too-large');
		expect(await claims(file(1000))).toBe('damaged');
		expect(await claims({ part: 'about', schema: 3, madeAt: 7, pad: 'x'.repeat(limits.head) })).toBe(
			'too-large'
		);
		const endless = { size: limits.file + 1 } as Blob;
		await expect(opened(endless, { newest: 3 })).rejects.toMatchObject({ problem: 'too-large' });
	}, 120_000);

	test('of gzip is no copy: nothing in a copy is ever unpacked', async () => {
		expect(await asProblem(Buffer.from([0x1f, 0x8b, 8, 0, ...new Uint8Array(1000)]))).toBe('not-a-copy');
		expect(utf8('Envol sealed copy\n').length).toBeLessThan(limits.header);
		expect(await asProblem(Buffer.from(`Envol sealed copy\n${'x'.repeat(2 * mebi)}`))).toBe('damaged');
	});
});
