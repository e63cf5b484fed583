<?xml version="1.0" encoding="UTF-8"?>
<!-- Lays a report out for reading, mailing and printing. It counts nothing: every number stands in the XML. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:yanxun:report:1"
                exclude-result-prefixes="r">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/r:report">
    <html lang="zh-CN">
      <head>
        <title><xsl:value-of select="r:title"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <style>
          body{margin:2rem auto;max-width:64rem;padding:0 1rem;font:15px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1d2738}
          h1{text-align:center;font-size:1.7rem;margin:0 0 .5rem} h2{font-size:1.2rem;margin:2rem 0 .5rem} h3{font-size:1rem}
          .head{text-align:center;color:#667085;margin-bottom:1.5rem} .head span{margin:0 .8rem}
          .facts{display:flex;flex-wrap:wrap;gap:12px;margin:1rem 0} .fact{border:1px solid #e2e7ef;border-radius:8px;padding:.6rem 1rem;min-width:8rem}
          .fact b{display:block;font-size:1.5rem} .fact span{color:#667085}
          table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem} caption{text-align:left;font-weight:bold;padding:.3rem 0}
          th,td{border:1px solid #d5dbe5;padding:.25rem .5rem;text-align:left;vertical-align:top} th{background:#f4f6fa} .n{text-align:right;font-variant-numeric:tabular-nums}
          tfoot td{font-weight:bold} .bars{display:grid;grid-template-columns:max-content 1fr max-content;gap:.2rem .6rem;align-items:center;margin:.5rem 0 1rem}
          .bar{background:#2f6fed;height:.8rem;border-radius:.4rem;min-width:1px} .left-out{color:#b26a00}
          .mark{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;z-index:-1;font-size:12rem;font-weight:bold;letter-spacing:.2em;color:#eef1f6;transform:rotate(-35deg);pointer-events:none;print-color-adjust:exact}
          @media print{body{margin:0;max-width:none} thead{display:table-header-group} tr{break-inside:avoid}}
        </style>
      </head>
      <body>
        <xsl:if test="@mark"><div class="mark" aria-hidden="true"><xsl:value-of select="@mark"/></div></xsl:if>
        <h1><xsl:value-of select="r:title"/></h1>
        <p class="head">
          <xsl:if test="r:issuer"><span>填报单位：<xsl:value-of select="r:issuer"/></span></xsl:if>
          <span>统计期间：<xsl:value-of select="r:period/@first"/> 至 <xsl:value-of select="r:period/@last"/></span>
          <span>制表时间：<xsl:value-of select="translate(substring(@made-at,1,16),'T',' ')"/></span>
        </p>
        <xsl:if test="r:scope"><p>统计口径：<xsl:value-of select="r:scope"/></p></xsl:if>
        <xsl:call-template name="facts"/>
        <xsl:apply-templates select="r:section"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="facts">
    <xsl:if test="r:field">
      <div class="facts">
        <xsl:for-each select="r:field">
          <div class="fact"><span><xsl:value-of select="@title"/></span><b><xsl:value-of select="."/><xsl:if test=". = ''">—</xsl:if></b><span><xsl:value-of select="@unit"/></span></div>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:section">
    <section>
      <xsl:choose>
        <xsl:when test="parent::r:report"><h2><xsl:value-of select="@title"/></h2></xsl:when>
        <xsl:otherwise><h3><xsl:value-of select="@title"/></h3></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="r:sentence"><p><xsl:value-of select="."/></p></xsl:for-each>
      <xsl:call-template name="facts"/>
      <xsl:apply-templates select="r:chart"/>
      <xsl:apply-templates select="r:table"/>
      <xsl:apply-templates select="r:section"/>
    </section>
  </xsl:template>

  <xsl:template match="r:chart">
    <xsl:variable name="chart" select="."/>
    <xsl:variable name="table" select="../r:table[@id = $chart/@table]"/>
    <xsl:variable name="label" select="count($table/r:column[@id = $chart/@label]/preceding-sibling::r:column) + 1"/>
    <xsl:variable name="value" select="count($table/r:column[@id = $chart/@value]/preceding-sibling::r:column) + 1"/>
    <xsl:variable name="most">
      <xsl:for-each select="$table/r:row/r:c[position() = $value]">
        <xsl:sort select="." data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$most &gt; 0 and count($table/r:row) &lt;= 60">
      <div class="bars">
        <xsl:for-each select="$table/r:row">
          <span><xsl:value-of select="r:c[$label]"/></span>
          <div><div class="bar" style="width:{format-number(100 * r:c[$value] div $most, '0.0')}%"/></div>
          <span class="n"><xsl:value-of select="r:c[$value]"/></span>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:table">
    <!-- Held once: asking a row for the table's columns walks over all rows each time. -->
    <xsl:variable name="columns" select="r:column"/>
    <xsl:variable name="totals" select="r:total"/>
    <table>
      <caption><xsl:value-of select="@title"/></caption>
      <thead><tr><xsl:for-each select="$columns"><th><xsl:value-of select="@title"/></th></xsl:for-each></tr></thead>
      <tbody>
        <xsl:for-each select="r:row">
          <tr>
            <xsl:for-each select="r:c">
              <xsl:variable name="at" select="position()"/>
              <td>
                <xsl:if test="$columns[$at][@kind = 'integer' or @kind = 'decimal']"><xsl:attribute name="class">n</xsl:attribute></xsl:if>
                <xsl:value-of select="."/>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
      <xsl:if test="$totals">
        <tfoot><tr>
          <xsl:for-each select="$columns">
            <td>
              <xsl:if test="@kind = 'integer' or @kind = 'decimal'"><xsl:attribute name="class">n</xsl:attribute></xsl:if>
              <xsl:choose>
                <xsl:when test="$totals[@column = current()/@id]"><xsl:value-of select="$totals[@column = current()/@id]"/></xsl:when>
                <xsl:when test="position() = 1">合计</xsl:when>
              </xsl:choose>
            </td>
          </xsl:for-each>
        </tr></tfoot>
      </xsl:if>
    </table>
    <xsl:if test="r:left-out"><p class="left-out">本表太长，另有 <xsl:value-of select="r:left-out"/> 行未显示，请导出 XML 或表格查看全部。</p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
