import { codesOf } from '$lib/codec/code-row';
import { fileOf, partsOf, readable } from '$lib/copy/pack';
import { noRows, type Rows } from '$lib/copy/rows';
import { now } from '$lib/platform/clock';
import { deflate, inflate } from '$lib/platform/deflate';
import type { RecordName } from '$lib/storage/kept-records';
import type { Gated } from './types';

/** The small records transferred by codes: the plan, and its people. */
const along: readonly RecordName[] = [
	'sheet',
	'people',
	'mySigns',
	'wants',
	'agreements',
	'questions',
	'visitLines',
	'visitShown',
	'planNotes',
	'lines'
];
/** The first byte: whether the rest is stored or compressed with DEFLATE. */
const asItIs = 0;
const deflated = 1;
/** Upper bound of an uncompressed plan, in bytes. */
const mostBytes = 1_000_000;

function partAlong({ steps, settings }: Rows): Rows {
	return { ...noRows, steps, settings: settings.filter(({ key }) => along.some((name) => name === key)) };
}

/** The steps, the plan and the people as a readable copy, split into codes; or the reason why not. */
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

/** Reassembles the copy from its codes. Undecodable bytes are returned unchanged: opening them reports the problem. */
export async function fileFromCodes(whole: Uint8Array<ArrayBuffer>): Promise<Blob> {
	const held = whole.slice(1);
	const bytes = whole[0] === deflated ? await inflate(held, mostBytes) : held;
	return new Blob([Uint8Array.from(bytes ?? held)], { type: 'application/json' });
}
