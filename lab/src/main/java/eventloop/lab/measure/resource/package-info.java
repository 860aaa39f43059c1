/// Files that come with the lab, in its jar: templates, styles, settings.
package eventloop.lab.measure.resource;
