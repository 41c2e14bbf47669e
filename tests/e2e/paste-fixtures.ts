/** What Word puts on the clipboard: its own namespaces, list paragraphs, smart tags, an image. */
export const WORD_DOCUMENT = `
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name="Generator" content="Microsoft Word 15">
<style><!-- p.MsoNormal { margin:0cm; font-family:"Calibri",sans-serif; } --></style></head>
<body lang="IN" style="tab-interval:36.0pt">
<!--StartFragment-->
<p class="MsoNormal"><span lang="IN" style="font-size:14.0pt;font-family:Arial;color:red">Teks
<b style="mso-bidi-font-weight:normal">tebal</b> di <st1:place w:st="on">Prabumulih</st1:place><o:p></o:p></span></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoListParagraphCxSpFirst" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span style="font:7.0pt 'Times New Roman'">&nbsp;&nbsp; </span></span><![endif]>Butir pertama<o:p></o:p></p>
<p class="MsoListParagraphCxSpMiddle" style="margin-left:72.0pt;mso-list:l0 level2 lfo1"><![if !supportLists]><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt 'Times New Roman'">&nbsp;</span></span></span><![endif]>Anak butir<o:p></o:p></p>
<p class="MsoListParagraphCxSpLast" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">2.<span>&nbsp;</span></span><![endif]>Butir kedua<o:p></o:p></p>
<table class="MsoTableGrid" border="1"><tr><td width="301" style="border:solid windowtext 1.0pt"><p class="MsoNormal">Nama<o:p></o:p></p></td>
<td><p class="MsoNormal">Suara<o:p></o:p></p></td></tr></table>
<p class="MsoNormal"><!--[if gte vml 1]><v:shape id="x"><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img width="10" height="10" src="file:///C:/x.png"><![endif]></p>
<!--EndFragment-->
</body></html>`;

/** A page with scripts, hidden text, colours and links, one of them harmful. */
export const WEB_PAGE = `
<div class="post"><script>alert('x')</script>
<h1 style="color:blue" onclick="alert(1)">Berita</h1>
<p style="display:none">tersembunyi</p>
<p>Lihat <a href="https://contoh.go.id/berita" target="_blank" onclick="alert(2)">tautan ini</a>
dan <a href="javascript:alert(3)">yang ini</a>.</p>
<ul><li>satu</li><li>dua</li></ul></div>`;
