/** Code, tags, and the apostrophes that stand in neither. */
const pieces = /<(pre|code)\b[\s\S]*?<\/\1>|<[^>]+>|(?<=[\p{Letter}>])(?:'|&#39;)(?=\p{Letter})/gu;

/** HTML with the apostrophes of print in its words, and its code as it was. */
export const typeset = (html: string): string =>
  html.replace(pieces, (piece) => (piece === "'" || piece === '&#39;' ? '’' : piece));
