/// Pictures of figures, as SVG.
package eventloop.lab.report.plot;
