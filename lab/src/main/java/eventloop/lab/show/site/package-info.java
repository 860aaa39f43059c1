/// The pages that the course's servers serve, made from the lessons.
package eventloop.lab.show.site;
