/** Opens the print dialog of the browser. */
export function printPage(): void {
	window.print();
}

/** The same, once every picture of the page is decoded: printing does not wait for them. Broken ones are skipped. */
export async function printWithPictures(): Promise<void> {
	await Promise.allSettled([...document.images].map((image) => image.decode()));
	printPage();
}
