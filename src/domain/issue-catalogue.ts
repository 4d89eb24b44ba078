/**
 * Every problem the checker knows, by permanent code. A code is never reused for something else.
 * Texts and cures: `strings/issues.th.json` and `issues.en.json`; examples: `test/fixtures/issues/<code>`,
 * with what stood before in its folder `base` where it takes two states.
 */
export const catalogue = {
  // Files and paths
  CW101: 'error', // a file where none belongs
  CW102: 'error', // a symbolic link
  CW103: 'error', // too large
  CW104: 'error', // not UTF-8
  CW105: 'error', // byte order mark
  CW106: 'error', // a name that is not lower-case ASCII
  CW107: 'error', // a quarter or summary under another name (Q1.mdx, q2-1.mdx, q5.mdx)
  CW108: 'error', // cannot be read
  CW109: 'error', // site.yaml missing
  CW110: 'error', // a control character

  // Front matter and YAML
  CW201: 'error', // does not begin with ---
  CW202: 'error', // front matter not closed
  CW203: 'error', // YAML syntax
  CW204: 'error', // key twice
  CW205: 'error', // anchor, alias or tag
  CW206: 'error', // not a list of fields
  CW207: 'error', // nested too deep or too many values
  CW208: 'warning', // text cut at #

  // Fields
  CW301: 'error', // unknown key
  CW302: 'error', // required key missing
  CW303: 'error', // wrong type
  CW304: 'error', // a number in Thai digits, with commas, a percent sign or quotes
  CW305: 'error', // not one of the allowed values
  CW306: 'error', // number outside its range
  CW307: 'error', // empty
  CW308: 'error', // line break
  CW309: 'error', // not an identifier
  CW310: 'error', // not a web address
  CW311: 'error', // not an evidence file name
  CW312: 'error', // not a plan code
  CW313: 'error', // not an agency code
  CW314: 'error', // not agency/indicator
  CW315: 'error', // not a date
  CW316: 'error', // wrong number of items
  CW317: 'error', // number not written as a plain decimal
  CW318: 'error', // not an account or team that reviews

  // Rules inside one entry
  CW321: 'error', // milestones do not rise
  CW322: 'error', // top milestone is not the weight
  CW323: 'error', // band edges not strictly monotone
  CW324: 'error', // milestones with lower-is-better
  CW325: 'error', // baseline on the wrong side of the target
  CW326: 'error', // cumulative quarter targets fall
  CW327: 'error', // result and notApplicable together
  CW328: 'error', // calendar dates out of order
  CW329: 'error', // thresholds out of order
  CW330: 'error', // plan code twice or under the wrong parent
  CW331: 'error', // years of a plan or a name out of order
  CW332: 'error', // unknown time zone

  // Text of an entry (MDX)
  CW401: 'error', // import or export
  CW402: 'error', // an expression
  CW403: 'error', // braces in prose
  CW404: 'error', // < in prose
  CW405: 'error', // <https://…>
  CW406: 'error', // HTML comment
  CW407: 'error', // raw HTML
  CW408: 'error', // unknown component
  CW409: 'error', // attribute as expression or spread
  CW410: 'error', // attribute not allowed
  CW411: 'error', // attribute missing or not as it should be
  CW412: 'error', // link scheme
  CW413: 'error', // image not beside the file
  CW414: 'error', // component not closed
  CW415: 'error', // other MDX syntax
  CW416: 'error', // unknown section
  CW417: 'error', // section twice
  CW418: 'error', // image without description
  CW419: 'error', // nested too deep
  CW420: 'error', // table too large

  // Between files
  CW501: 'error', // unknown agency
  CW502: 'error', // unknown plan
  CW503: 'error', // unknown plan goal
  CW504: 'error', // plan not in force in this year
  CW505: 'error', // year without calendar
  CW506: 'error', // report without indicator
  CW507: 'error', // series twice in a year
  CW508: 'error', // lineage names an unknown indicator
  CW509: 'error', // evidence file missing
  CW510: 'error', // evidence of another type than its name
  CW511: 'error', // unknown agency group
  CW512: 'error', // agency code twice
  CW513: 'error', // indicator code twice in an agency and year
  CW514: 'error', // report after withdrawal
  CW515: 'warning', // file that no entry mentions

  // Oddities: published as they are, and pointed out
  CW601: 'warning', // weight typed as target
  CW602: 'warning', // result at least four times the target
  CW603: 'warning', // Q4 zero after a positive quarter
  CW604: 'warning', // cumulative series falls
  CW605: 'warning', // declared result is not the figure in use
  CW606: 'warning', // declared target is not the target in use
  CW607: 'warning', // claimed level is not the level supported
  CW608: 'warning', // unit holds a number
  CW609: 'warning', // unit is a sentence or was cut at 50 characters
  CW610: 'warning', // plan text cut
  CW611: 'warning', // year typed into the name
  CW612: 'warning', // kind or weight typed into the name
  CW613: 'warning', // same narrative in two quarters
  CW614: 'warning', // narrative of dashes only
  CW615: 'warning', // decomposed sara am
  CW616: 'warning', // doubled mark
  CW617: 'warning', // เเ for แ
  CW618: 'warning', // phinthu
  CW619: 'warning', // Thai and Arabic digits mixed
  CW620: 'warning', // invisible characters
  CW621: 'warning', // lower is better without baseline
  CW622: 'warning', // per-quarter in a ratio unit without a year result
  CW623: 'warning', // narrative names other percentages than the figure
  CW624: 'warning', // several sub-indicators in one name
  CW625: 'warning', // figure cut at a thousands comma
  CW626: 'warning', // a person's name or telephone number
  CW627: 'warning', // a report with neither figure nor words
  CW628: 'warning', // submitted before the day the figure describes
  CW629: 'warning', // declared target is a level, result another unit
  CW630: 'warning', // two readings of the scale differ and the source does not say which

  // Corrections, held against their file; CW705 by commands only, which know the day
  CW701: 'error', // names no field of its file
  CW702: 'error', // does not take up where the one before ended
  CW703: 'error', // the last one does not lead to what stands now
  CW704: 'error', // dated before the one above it
  CW705: 'error', // dated after today

  // What was published, held against what it was before: check --base
  CW711: 'error', // figure of a closed quarter or year changed without a correction
  CW712: 'error', // promise changed after the year began without a correction
  CW713: 'error', // correction of other values than the change
  CW714: 'error', // correction of a change that is not there
  CW715: 'error', // published correction removed or edited
  CW716: 'error', // indicator with closed figures removed
  CW717: 'error', // indicator with closed figures moved without a correction
  CW718: 'error', // closed quarter opened again by the calendar
  CW719: 'warning', // rules of a closed quarter changed by the calendar
  CW720: 'warning', // cannot be held against what was: that cannot be read
} as const satisfies Record<string, 'error' | 'warning'>;
