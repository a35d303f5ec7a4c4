/**
 * Whether this is a page of Envol, of any version, and all of it: each has the number for suicide in it. A host in trouble, or the
 * network of a ward that asks to sign in first, answers with other pages.
 * @param type the content type of the answer
 */
export const isEnvolPage = (type: string, text: string): boolean =>
	/html/i.test(type) && /\bhref=["']?tel:988\b/.test(text) && text.includes('</html>');

/** Whether the address is that of a file: a picture, a list. Pages end with a slash, or with .html. */
export const isFileAddress = (path: string): boolean => /\.(?!html?$)\w+$/i.test(path);
