/// The course's pages, and the measured figures in them.
package eventloop.lab.show.pages;
