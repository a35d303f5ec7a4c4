/** A control, and the rows that contain it, from the inside out, as they were when it had the focus. */
export interface Place {
	held: HTMLElement;
	rows: { row: Element; members: readonly Element[]; member: Element }[];
}

export function placeOf(held: HTMLElement): Place {
	const rows: Place['rows'] = [];
	let member: Element = held;
	for (let row = member.parentElement; row && row !== document.body; row = row.parentElement) {
		rows.push({ row, members: [...row.children], member });
		member = row;
	}
	return { held, rows };
}
