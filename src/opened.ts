import { createSealer, isSealed, type Row, type Shape } from '$lib/lock/seal-row';
import type { FirstRead } from '$lib/platform/first-read';
import { lookBack } from './early/look-back';
import type { SealedRead } from './held';

const shape = (table: string, key: string): Shape => ({ table, key, makesKeys: false, indexed: [] });
const shapes = {
	steps: shape('steps', 'id'),
	days: shape('days', 'day'),
	settings: shape('settings', 'key')
};

/**
 * Opens what was read under a lock, once somebody handed on the key: a script of its own, at a fixed address, which src/held.ts asks
 * for. Whatever is unusual (no key, no steps, a lock that is being turned on or off) is left to the app.
 * @throws where the key is another one, or a row is in plain
 */
export async function opened(
	asked: Promise<Uint8Array | undefined>,
	reading: Promise<SealedRead | undefined>
): Promise<FirstRead | undefined> {
	const key = await asked;
	if (!key) return undefined;
	const sealer = await createSealer(new Uint8Array(key));
	const read = await reading;
	const { state, isSealed: isWhole } = (read?.lock ?? {}) as { state?: unknown; isSealed?: unknown };
	if (!read || read.steps.length === 0 || state !== 'on' || isWhole !== true) return undefined;
	const open = <T>(row: unknown, of: Shape): T => {
		if (!isSealed(row)) throw new TypeError('it is in plain');
		return sealer.open(of, row) as T;
	};
	const steps = read.steps.map((row) => open<FirstRead['steps'][number]>(row, shapes.steps));
	const needed = lookBack(steps);
	const from = (needed > read.from ? needed : read.from) as FirstRead['from'];
	// what is not looked at stays sealed
	const days = read.days.filter(({ day }) => day >= from);
	const hardDay = read.hardDay && open<Row>(read.hardDay, shapes.settings).value;
	return { steps, days: days.map((row) => open(row, shapes.days)), from, hardDay };
}
