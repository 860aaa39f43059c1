/// The report: what a run has found, as a page to be shown to others, with pictures.
package eventloop.lab.show.report;
