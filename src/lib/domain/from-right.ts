/** Whether text with this language tag, 'ar' or 'pa-Arab', runs from right to left. */
export function isFromRight(tag: string): boolean {
	return /^(ar|fa|he|ur|ps|ckb|sd|ug|yi|dv)(-|$)|-(arab|hebr|thaa|nkoo|syrc)(-|$)/i.test(tag);
}
