/** A pattern for Thai words as old systems spell them: they type sara am as two signs and แ as two เ. */
export function spell(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('ำ', '(?:ำ|\u0E4D\u0E32)').replaceAll('แ', '(?:แ|เเ)'), 'u');
}
