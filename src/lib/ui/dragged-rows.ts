/**
 * Lets the rows of a list be dragged by their handle, with a finger or a mouse; for keys there are buttons. The row follows the
 * pointer, a line marks where it would stand, and it moves when it is let go. Escape lets it be.
 * @param onMove both places from 0
 */
export const draggedRows = (onMove: (from: number, to: number) => void) => (list: HTMLElement) => {
	let end: (() => void) | undefined;

	function begin(down: PointerEvent): void {
		const handle = (down.target as Element).closest<HTMLElement>('[data-drag]');
		const row = handle?.closest<HTMLElement>('li');
		if (!handle || !row || down.button !== 0) return;
		down.preventDefault();
		end?.();
		const rows = [...list.children] as HTMLElement[];
		const from = rows.indexOf(row);
		/** The middles of the rows, as they stand before anything moves. */
		const middles = rows.map((each) => {
			const { top, height } = each.getBoundingClientRect();
			return top + scrollY + height / 2;
		});
		let to = from;
		handle.setPointerCapture(down.pointerId);
		row.dataset.dragged = '';

		const move = ({ pageY, clientY }: PointerEvent) => {
			row.style.translate = `0 ${pageY - down.pageY}px`;
			to = middles.filter((middle, i) => i !== from && middle < pageY).length;
			for (const each of rows) delete each.dataset.drop;
			if (to !== from) rows[to]!.dataset.drop = to < from ? 'before' : 'after';
			if (clientY < 120) scrollBy(0, -12);
			else if (clientY > innerHeight - 120) scrollBy(0, 12);
		};
		const stop = (isMoved: boolean) => {
			handle.removeEventListener('pointermove', move);
			handle.removeEventListener('pointerup', drop);
			handle.removeEventListener('pointercancel', cancel);
			removeEventListener('keydown', keyed);
			row.style.translate = '';
			delete row.dataset.dragged;
			for (const each of rows) delete each.dataset.drop;
			end = undefined;
			if (isMoved && to !== from) onMove(from, to);
		};
		const drop = () => stop(true);
		const cancel = () => stop(false);
		const keyed = ({ key }: KeyboardEvent) => {
			if (key === 'Escape') cancel();
		};
		handle.addEventListener('pointermove', move);
		handle.addEventListener('pointerup', drop);
		handle.addEventListener('pointercancel', cancel);
		addEventListener('keydown', keyed);
		end = cancel;
	}

	list.addEventListener('pointerdown', begin);
	return () => {
		end?.();
		list.removeEventListener('pointerdown', begin);
	};
};
