import { expect, test, vi } from 'vitest';
import { Status } from '$lib/app/status.svelte';

test('one line tells what was just done, until it is cleared', () => {
	const status = new Status();
	expect(status.line).toBeUndefined();
	status.say({ key: 'today.status.done' });
	status.say({ key: 'today.status.rest' });
	expect(status.line).toEqual({ key: 'today.status.rest' });
	status.clear();
	expect(status.line).toBeUndefined();
});

test('the same words said again are a new turn, to be read out again', () => {
	const status = new Status();
	const turns = [1, 2, 3].map(() => {
		status.say({ key: 'today.status.done' });
		return status.turn;
	});
	expect(new Set(turns).size).toBe(3);
});

test('undo takes back what the line was about, once, and says so', async () => {
	const status = new Status();
	const undo = vi.fn();
	status.say({ key: 'today.status.done', undo });
	await Promise.all([status.undo(), status.undo()]);
	expect(undo).toHaveBeenCalledTimes(1);
	expect(status.line).toEqual({ key: 'shell.status.undone' });
	await status.undo();
	expect(undo).toHaveBeenCalledTimes(1);
});

test('"undone" is said only once it is', async () => {
	const status = new Status();
	let finish = () => {};
	status.say({ key: 'today.status.done', undo: () => new Promise<void>((resolve) => (finish = resolve)) });
	const undoing = status.undo();
	expect(status.line).toBeUndefined();
	finish();
	await undoing;
	expect(status.line?.key).toBe('shell.status.undone');
});

test('an undo that fails is never said to be done, and can be tried again', async () => {
	const status = new Status();
	const undo = vi.fn().mockRejectedValueOnce(new Error('full')).mockResolvedValueOnce(undefined);
	status.say({ key: 'shell.status.putAway', undo });
	await status.undo();
	expect(status.line).toMatchObject({ key: 'shell.storage.failed', tone: 'trouble' });
	await status.undo();
	expect(status.line).toEqual({ key: 'shell.status.undone' });
});

test('an undo that has said why it could not is not spoken over', async () => {
	const status = new Status();
	const undo = () => {
		status.say({ key: 'shell.storage.full', tone: 'trouble' });
		return Promise.resolve('failed');
	};
	status.say({ key: 'today.status.done', undo });
	await status.undo();
	expect(status.line).toEqual({ key: 'shell.storage.full', tone: 'trouble' });
});
