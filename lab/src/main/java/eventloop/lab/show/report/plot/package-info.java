/// Pictures of figures, as SVG.
package eventloop.lab.show.report.plot;
