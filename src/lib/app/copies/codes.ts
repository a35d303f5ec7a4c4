import { codesOf } from '$lib/codec/code-row';
import { fileOf, partsOf, readable } from '$lib/copy/pack';
import { noRows, type Rows } from '$lib/copy/rows';
import { now } from '$lib/platform/clock';
import { deflate, inflate } from '$lib/platform/deflate';
import type { RecordName } from '$lib/storage/kept-records';
import type { Gated } from './types';

/** The small records that go along by codes: the plan, and the people in it. */
const along: readonly RecordName[] = [
	'sheet',
	'people',
	'mySigns',
	'wants',
	'agreements',
	'questions',
	'planNotes',
	'lines'
];
/** The first byte: what follows as it is, or packed with DEFLATE. */
const asItIs = 0;
const deflated = 1;
/** More than this is no plan: bytes, unpacked. */
const mostBytes = 1_000_000;

function partAlong({ steps, settings }: Rows): Rows {
	return { ...noRows, steps, settings: settings.filter(({ key }) => along.some((name) => name === key)) };
}

/** The steps, the plan and the people as a readable copy in a row of codes; what stands in the way of it. */
export async function codesHere({ gate }: Gated): Promise<readonly string[] | 'nothing' | 'tooMuch'> {
	const copying = await (await gate.open()).copying();
	const rows = partAlong(await copying.read());
	if (rows.steps.length + rows.settings.length === 0) return 'nothing';
	const contents = { schema: copying.schema, madeAt: now(), rows, files: () => Promise.resolve({}) };
	const file = await fileOf(readable(partsOf(contents)), 'application/json');
	const bytes = new Uint8Array(await file.arrayBuffer());
	const packed = await deflate(bytes);
	return codesOf(Uint8Array.from(packed ? [deflated, ...packed] : [asItIs, ...bytes])) ?? 'tooMuch';
}

/** The copy that was in the codes. What cannot be unpacked is given as it is: opening it says what is wrong. */
export async function fileFromCodes(whole: Uint8Array<ArrayBuffer>): Promise<Blob> {
	const held = whole.slice(1);
	const bytes = whole[0] === deflated ? await inflate(held, mostBytes) : held;
	return new Blob([Uint8Array.from(bytes ?? held)], { type: 'application/json' });
}
