/** Opens the print dialog of the browser. */
export function printPage(): void {
	window.print();
}

/** The same once every picture of the page is drawn: a print does not wait for them. One that is broken is left out. */
export async function printWithPictures(): Promise<void> {
	await Promise.allSettled([...document.images].map((image) => image.decode()));
	printPage();
}
