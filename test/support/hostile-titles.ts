/** Titles that have broken other applications, by what they are. */
export const hostileTitles = {
  'markup': '<img src=x onerror="document.title=1"><style>*{color:red}</style><b>b</b>&amp;',
  'a template': '${alert(1)} {{ 1 + 1 }} `x`',
  'an override from right to left': 'invoice \u202Egnp.exe',
  'a run of overrides that never end': '\u202E\u202E\u202D\u202B never ended',
  'isolates that never end': '\u2066\u2067\u2068 never ended',
  'ends of isolates that never began': '\u2069\u2069\u202C\u202C never begun',
  'Hebrew and numbers': 'שלום (1) עולם \u200F12:30',
  'Arabic': 'مرحبا بالعالم',
  '10,000 characters without a space': 'x'.repeat(10_000),
  '10,000 characters in words': 'a word '.repeat(1_430).slice(0, 10_000).trim(),
  'a family, flags and skins': '👨‍👩‍👧‍👦🇩🇪🇪🇸🏳️‍🌈👍🏽👩🏿‍🚀',
  '1,000 flags': '🇩🇪'.repeat(1_000),
  'lone surrogates': '\uD83D lone \uDE00',
  'line breaks': 'First\nSecond\r\nThird\u2028Fourth\u2029Fifth\u000BSixth\u0085Seventh',
  'tabs and other control characters': 'a\tb\u0000c\u0007d\u001Be\u007F',
  'a storm of combining marks': `Z${'\u0300\u0301\u0317\u0489'.repeat(60)}algo`,
  'marks without a letter': '\u0301\u0302\u0303',
  'ligatures and wide letters': 'ﷺ﷽𒐫𒈙⸻',
} as const;

/** Titles with nothing to see in them. */
export const blankTitles = {
  'nothing': '',
  'spaces of every kind': ' \t\u00A0\u2003\u3000\n',
  'what has no width': '\u200B\u200D\u2060\uFEFF',
  'marks of direction alone': '\u200E\u200F\u202E\u2066',
} as const;
