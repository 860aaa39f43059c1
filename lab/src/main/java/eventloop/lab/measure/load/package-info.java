/// The load: what it is to be ([eventloop.lab.measure.load.LoadPlan]), the process that makes it
/// ([eventloop.lab.measure.load.LoadMain]) and what comes out ([eventloop.lab.measure.load.PhaseResult]).
package eventloop.lab.measure.load;
