/**
 * The boot script as it stands in each page: comments and indents left out, since every page carries it.
 * @param {string} source the text of `boot.js`
 */
export function bootScript(source) {
	return source
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('//'))
		.join('\n');
}
